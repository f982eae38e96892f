import {type Judgement, judgement} from '../judgement.js';
import type {TlsEstablished, TlsSeen} from './tls-seen.js';

export type TlsExpectation = {
	readonly host: string;
	/** Whether a public authority must vouch for it: a destination of the vendor's list. */
	readonly isPublic: boolean;
};

/** What a TLS handshake proves of the other end, or what is wrong with it. */
export function judgeTls(seen: TlsSeen, expected: TlsExpectation): Judgement {
	if (seen.outcome !== 'established') {
		return judgement(`tls.${seen.outcome}`, failureDetails[seen.outcome]);
	}

	const judged = judgeCertificate(seen, expected) ?? judgeVersion(seen);
	return judged ?? judgement(null, nameOf(seen));
}

/** A site's own server may do with a certificate that a public one may not have. */
function judgeCertificate(
	seen: TlsEstablished,
	{isPublic}: TlsExpectation,
): Judgement | undefined {
	const judged =
		(isPublic ? judgeIssuer(seen) : undefined) ??
		judgeDates(seen) ??
		judgeChain(seen) ??
		judgeName(seen);
	return judged === undefined ? undefined : {...judged, isSoftened: !isPublic};
}

const failureDetails = {
	timeout: 'TCP connects, TLS hangs',
	closed: 'cut during the TLS handshake',
	'not-tls': 'what answers does not speak TLS',
	refused: 'no common TLS version or cipher',
	failed: 'TLS fails',
} as const;

/** Somebody on the way reads along: a public site never has another issuer. */
function judgeIssuer(seen: TlsEstablished): Judgement | undefined {
	const {trust, fault} = seen;
	const issuer = issuerOf(seen);
	if (trust === 'site' && fault === undefined) {
		return judgement('tls.intercepted-trusted', `read along by "${issuer}"`, {
			named: issuer,
		});
	}

	return trust !== 'public' && !isSelfSigned(seen) && !seen.isIncomplete
		? judgement('tls.intercepted', `read along by "${issuer}"`, {named: issuer})
		: undefined;
}

function judgeDates({fault, certificates}: TlsEstablished): Judgement | undefined {
	const [leaf] = certificates;
	if (fault === 'CERT_HAS_EXPIRED') {
		const date = (leaf?.validTo ?? '').slice(0, 10);
		return judgement('tls.expired', `certificate ended on ${date}`, {named: date});
	}

	if (fault === 'CERT_NOT_YET_VALID') {
		const date = (leaf?.validFrom ?? '').slice(0, 10);
		return judgement('tls.not-yet-valid', `certificate begins on ${date}`, {named: date});
	}

	return undefined;
}

function judgeChain(seen: TlsEstablished): Judgement | undefined {
	const {fault, isIncomplete} = seen;
	const named = issuerOf(seen);
	if (fault === undefined) {
		return undefined;
	}

	if (isSelfSigned(seen)) {
		return judgement('tls.self-signed', 'certificate signed by itself');
	}

	if (isIncomplete) {
		return judgement('tls.incomplete-chain', 'certificate chain is incomplete', {named});
	}

	return judgement('tls.untrusted', `certificate of "${named}", not known here`, {named});
}

/** The server's own certificate is all there is, and nobody else has signed it. */
function isSelfSigned({trust, certificates}: TlsEstablished): boolean {
	const [leaf] = certificates;
	return trust === 'none' && certificates.length === 1 && leaf?.subject === leaf?.issuer;
}

function judgeName({
	isOtherName,
	names,
	certificates,
}: TlsEstablished): Judgement | undefined {
	const named = names[0] ?? certificates[0]?.subject ?? 'another name';
	return isOtherName
		? judgement('tls.wrong-name', `certificate is for ${named}`, {named})
		: undefined;
}

function judgeVersion(seen: TlsEstablished): Judgement | undefined {
	return seen.version === 'TLSv1' || seen.version === 'TLSv1.1'
		? judgement('tls.version', `only ${nameOf(seen)}`, {named: nameOf(seen)})
		: undefined;
}

/** `TLS 1.3` */
function nameOf({version}: TlsEstablished): string {
	return version.replace(/^TLSv1$/, 'TLSv1.0').replace('TLSv', 'TLS ');
}

function issuerOf({certificates}: TlsEstablished): string {
	return certificates[0]?.issuer ?? 'nobody';
}
