import {Failure} from '../../failure.js';

// firewalld takes the first such line, with or without spaces.
const line = /^([ \t]*DefaultZone[ \t]*=[ \t]*)(\S+)/m;

/**
 * The default zone that a firewalld.conf names.
 * @throws Failure `firewall.refused` when it names none
 */
export function readDefaultZone(configuration: string | undefined): string {
	const zone = line.exec(configuration ?? '')?.[2];
	if (zone === undefined) {
		throw new Failure(
			'firewall.refused',
			'firewalld.conf has no line "DefaultZone=", so firewalld may not be what it seems.',
			{
				remedies: [
					'Put the file back as the package firewalld brings it, restart firewalld, and run the same command again.',
				],
			},
		);
	}

	return zone;
}

/**
 * The same firewalld.conf with another default zone: every other byte stays, because
 * firewalld 0.6 ignores a file that lacks a line it knows.
 * @throws Failure `firewall.refused` when it names none
 */
export function withDefaultZone(configuration: string | undefined, zone: string): string {
	readDefaultZone(configuration);
	return (configuration ?? '').replace(line, (_, start: string) => `${start}${zone}`);
}
