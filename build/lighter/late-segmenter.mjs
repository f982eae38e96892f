import {standsByItself} from './cells.mjs';

const {Segmenter} = globalThis.Intl;

/** An `Intl.Segmenter` that is made only once a text needs it. */
export class LateSegmenter {
	#options;
	#segmenter;

	constructor(...options) {
		this.#options = options;
	}

	segment(text) {
		if (standsByItself(text)) {
			return charactersOf(text);
		}

		this.#segmenter ??= new Segmenter(...this.#options);
		return this.#segmenter.segment(text);
	}
}

/** What ECMA-402 calls Segments, where each character is one. */
function charactersOf(text) {
	const at = index => ({segment: text[index], index, input: text});
	return {
		containing: (index = 0) => (index < text.length ? at(index) : undefined),
		*[Symbol.iterator]() {
			for (let index = 0; index < text.length; index += 1) {
				yield at(index);
			}
		},
	};
}
