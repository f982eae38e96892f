import {toHtml} from '../../reports/formats/html.js';
import {toMarkdown} from '../../reports/formats/markdown.js';
import {toPlain} from '../../reports/formats/plain.js';
import type {Comparison} from '../comparison.js';
import type {Unread} from '../unread.js';
import {comparisonDocument} from './comparison-document.js';
import type {ComparisonFormat} from './comparison-formats.js';
import {jsonComparison} from './json-comparison.js';

/** A comparison, whole, as it is printed or written to a file. */
export function renderComparison(
	comparison: Comparison,
	unread: readonly Unread[],
	{format, width}: {readonly format: ComparisonFormat; readonly width: number},
): string {
	switch (format) {
		case 'text':
			return toPlain(comparisonDocument(comparison, unread), width);
		case 'markdown':
			return toMarkdown(comparisonDocument(comparison, unread));
		case 'html':
			return toHtml(comparisonDocument(comparison, unread));
		case 'json':
			return `${JSON.stringify(jsonComparison(comparison, unread), undefined, 2)}\n`;
	}
}
