import {Failure} from '../failure.js';

/** Rules that could not be tried are not put into effect. */
export function unrehearsed(reason: string, cause?: unknown): Failure {
	return new Failure(
		'firewall.refused',
		`These rules could not be tried on a private network first: ${reason.replace(/[.\s]+$/, '')}. Nothing was changed.`,
		{
			remedies: [
				'See that "unshare", "nsenter", "ip" and "nft" are installed (packages util-linux, iproute and nftables) and that the kernel permits network namespaces.',
			],
			cause,
		},
	);
}
