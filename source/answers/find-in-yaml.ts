import {
	type Document,
	isAlias,
	isMap,
	isNode,
	isScalar,
	isSeq,
	type Node,
	type Pair,
} from 'yaml';
import {visible} from './answer-path.js';

type Found = {readonly node: Node | undefined; readonly offset: number};

/** Where the steps of a path lead in a document; or, as far as they do, to what is around it. */
export function findInYaml(
	document: Document,
	steps: readonly string[],
): {readonly offset: number; readonly isThere: boolean} {
	let found: Found = foundAt(document.contents);
	for (const step of steps) {
		const next = childOf(found.node, step, document);
		if (next === undefined) {
			return {offset: found.offset, isThere: false};
		}

		found = next;
	}

	return {offset: found.offset, isThere: true};
}

function childOf(
	node: Node | undefined,
	step: string,
	document: Document,
): Found | undefined {
	const parent = isAlias(node) ? node.resolve(document) : node;
	if (isSeq(parent)) {
		const item = parent.items[Number(step.slice(1, -1))];
		return item === undefined ? undefined : foundAt(item);
	}

	const pair = isMap(parent) ? parent.items.find(({key}) => isKey(key, step)) : undefined;
	return pair === undefined ? undefined : foundAtPair(pair);
}

function isKey(key: unknown, step: string): boolean {
	return isScalar(key) && visible(String(key.value)) === step;
}

/** A section stands where its name does, and so does what was left empty. */
function foundAtPair({key, value}: Pair): Found {
	const {node, offset} = foundAt(value);
	const isWritten = isScalar(node) && node.source !== '';
	return {node, offset: isWritten ? offset : foundAt(key).offset};
}

function foundAt(node: unknown): Found {
	return isNode(node)
		? {node, offset: node.range?.[0] ?? 0}
		: {node: undefined, offset: 0};
}
