/** A secret that is being typed, and whether that has come to an end. */
export type SecretLine = {
	readonly text: string;
	readonly end: 'entered' | 'interrupted' | 'ended' | undefined;
};

/** The secret after what a terminal sent that shows nothing and edits nothing by itself. */
export function typeSecret(text: string, input: string): SecretLine {
	// What an arrow key sends is no part of a password.
	const characters = [...input.replaceAll(keySequence, '')];
	return characters.reduce<SecretLine>(typeCharacter, {text, end: undefined});
}

/** What comes after the end was typed too early: a secret is never taken for an answer. */
function typeCharacter({text, end}: SecretLine, character: string): SecretLine {
	if (end !== undefined) {
		return {text, end};
	}

	switch (character) {
		case '\r':
		case '\n':
			return {text, end: 'entered'};
		case '\u0003': // Ctrl-C
			return {text, end: 'interrupted'};
		case '\u0004': // Ctrl-D
			return {text, end: text === '' ? 'ended' : undefined};
		case '\u0008':
		case '\u007F':
			return {text: [...text].slice(0, -1).join(''), end};
		case '\u0015': // Ctrl-U
			return {text: '', end};
		default:
			return {text: /\p{Cc}/u.test(character) ? text : text + character, end};
	}
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a key begins with Escape.
const keySequence = /\u001B(?:[[O][\u0030-\u003F]*[\u0040-\u007E])?/g;
