import type {Hide} from './secret.js';

/** What is a secret by its shape, wherever it stands. */
const shapes = [
	// SendGrid
	/(?<![\w-])SG\.[\w-]{16,64}\.[\w-]{16,128}/g,
	// RFC 7519: a signed or encrypted token, whose header is JSON in base64
	/(?<![\w-])eyJ[\w-]{4,}\.[\w-]{4,}(?:\.[\w-]*){1,3}/g,
	// crypt(5): a password's hash
	/(?<![\w$])\$(?:[1567y]|2[abxy]|gy|sha1)\$[\w./$=,-]{8,256}/g,
	// GitHub, Slack, Amazon
	/\b(?:gh[oprsu]_\w{36,255}|xox[abeprs]-[\w-]{10,255}|A(?:KI|SI)A[A-Z\d]{16})\b/g,
] as const;

/** The longest is a key of 16,384 bits; whatever follows a mere mention has an end too. */
const privateKey =
	/(?<=-----BEGIN (?:[A-Z\d]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----)(?:[\s\S]{0,16384}?(?=-----END )|[\s\S]{1,16384})/g;

/** Hides private keys, and keys of services that can be told by how they look. */
export function keys(text: string, hide: Hide): string {
	const hidden = text
		.replaceAll(privateKey, key => (key.trim() === '' ? key : hide(key)))
		.split(keyEnd)
		.map((part, index, parts) =>
			index % 2 === 0 && index + 1 < parts.length ? hideEnd(part, hide) : part,
		)
		.join('');
	return shapes.reduce(
		(words, shape) => words.replaceAll(shape, key => hide(key)),
		hidden,
	);
}

const keyEnd = /(-----END (?:[A-Z\d]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----)/;

/** The lines of a key whose beginning is not there: a log has been cut before them. */
function hideEnd(text: string, hide: Hide): string {
	const lines = text.split('\n');
	const last = lines.findLastIndex(line => !/^(?:[\t ]*[\w+/=]{16,})?\r?$/.test(line));
	const body = lines.slice(last + 1).join('\n');
	return body.trim() === ''
		? text
		: text.slice(0, text.length - body.length) + hide(body);
}
