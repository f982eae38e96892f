import type {Chapter} from '../document.js';
import type {Rotation, Site} from '../site.js';
import type {ConnectionRow} from './connection-rows.js';
import {portInWords} from './row-cells.js';

/** The destinations that cannot be permitted by the addresses that they have today. */
export function changingAddresses(
	rows: readonly ConnectionRow[],
	{names}: Site,
): readonly Chapter[] {
	const outbound = rows.filter(
		({direction, standing}) => direction === 'outbound' && standing.state !== 'not used',
	);
	const changing = names.flatMap(({name, rotation}) => {
		const row = outbound.find(({destination}) =>
			destination.some(end => end.name === name),
		);
		return row === undefined || rotation === undefined ? [] : [{row, name, rotation}];
	});
	return changing.length === 0
		? []
		: [
				{
					id: 'changing-addresses',
					title: 'Destinations whose addresses change',
					blocks: [
						{
							kind: 'paragraph',
							text: 'A rule for the addresses that these names have today can stop working tomorrow.',
						},
						{
							kind: 'table',
							caption: 'Destinations whose addresses change, and why',
							columns: [
								'Destination',
								'Port',
								'Addresses now',
								'Why they change',
								'Permit',
							],
							rows: changing.map(({row, name, rotation}) => [
								{text: name},
								{text: portInWords(row)},
								{text: addressesOf(row, name)},
								{text: rotation.reason},
								{text: adviceFor(rotation, portInWords(row))},
							]),
						},
					],
				},
			];
}

function adviceFor({kind}: Rotation, port: string): string {
	return kind === 'several'
		? 'all of these addresses, or the name (an FQDN object)'
		: `the name (an FQDN object), or any destination on ${port}`;
}

function addressesOf({destination}: ConnectionRow, name: string): string {
	const addresses = destination.find(end => end.name === name)?.addresses ?? [];
	return addresses.length === 0 ? 'none' : addresses.join(', ');
}
