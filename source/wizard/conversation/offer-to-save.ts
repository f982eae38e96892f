import type {Saved} from '../../host/documents.js';
import type {Offered} from '../offered.js';
import {settled} from '../settled.js';
import {choose} from './choose.js';
import type {Conversation} from './conversation.js';
import {listen} from './listen.js';
import {valueOrTold} from './tell-failure.js';

/** Offers to save something; nothing is replaced unasked. */
export async function offerToSave(
	{talk, machine}: Conversation,
	{name, contentFor}: Offered,
): Promise<void> {
	const {documents} = machine;
	const usual = `${documents.home}/${name}`;
	talk.tell(`To save this, press Enter for ${usual}, or type another path; < goes on.`);
	const reply = await listen(talk, 'Save as: ');
	if (reply.said !== 'line') {
		return;
	}

	const path = reply.text.trim() === '' ? usual : reply.text.trim();
	const write = async (mayReplace: boolean) =>
		documents.save(path, await contentFor(path), {mayReplace});
	const save = async (mayReplace: boolean): Promise<Saved | undefined> =>
		valueOrTold(talk, await settled(write(mayReplace)));
	const first = await save(false);
	const saved =
		first?.isSaved === false && (await isReplaced(talk, first))
			? await save(true)
			: first;
	talk.tell(
		...(saved?.isSaved === true ? [`Saved in ${saved.path}, for its owner only.`] : []),
	);
}

async function isReplaced(talk: Conversation['talk'], {path}: Saved): Promise<boolean> {
	talk.tell(`There is a file ${path} already.`);
	const choice = await choose(talk, {
		options: [
			{label: 'Leave it as it is', value: 'leave'},
			{label: 'Replace it', value: 'replace'},
		],
	});
	return choice === 'replace';
}
