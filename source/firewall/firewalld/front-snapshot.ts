import * as z from 'zod';
import {Failure} from '../../failure.js';

const schema = z.strictObject({
	schema: z.literal(1),
	files: z.record(z.string().regex(/^(?:zones|ipsets)\/[\w-]+\.xml$/), z.string()),
	defaultZone: z.string().regex(/^\S+$/),
	/** What nft lists of firewalld's table. */
	listing: z.string().optional(),
});

/** All that is needed to put firewalld back, with its help or without. */
export type FrontSnapshot = Readonly<Omit<z.output<typeof schema>, 'schema'>>;

export function formatSnapshot(snapshot: FrontSnapshot): string {
	return JSON.stringify({schema: 1, ...snapshot});
}

/** @throws Failure `firewall.failed` when the text is damaged */
export function parseSnapshot(text: string): FrontSnapshot {
	try {
		const {schema: _schema, ...snapshot} = schema.parse(JSON.parse(text));
		return snapshot;
	} catch (cause) {
		throw new Failure(
			'firewall.failed',
			'What was kept of firewalld is damaged, so it cannot be put back.',
			{cause},
		);
	}
}
