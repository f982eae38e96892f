import {useApp} from 'ink';
import {useEffect, useRef} from 'react';
import type {Draft} from '../../answers/schema.js';
import {errorOf} from '../../failure.js';
import type {Flow} from '../../flow/flow.js';
import {type Desk, type News, noNews, openDesk} from '../../flow/inquiries/desk.js';
import type {Inquiry} from '../../flow/inquiries/inquiry.js';
import {useLatest} from '../widgets/use-latest.js';
import {replyToFailure} from './reply-to-failure.js';

/** How far the questions of a page are: as it was drawn, and by now. */
export type Inquiring = {readonly news: News; readonly latest: () => News};

/**
 * Has the questions of a page answered in the background while it is shown. What was
 * answered is remembered until the page is left.
 */
export function useInquiries(
	inquiries: readonly Inquiry[],
	{ask}: Pick<Flow, 'ask'>,
	draft: Draft,
): Inquiring {
	const {exit} = useApp();
	const [news, change] = useLatest<News>(noNews);
	const now = useRef({ask, draft, exit, change});
	now.current = {ask, draft, exit, change};
	const desk = useRef<Desk>(undefined);
	useEffect(() => {
		const opened = openDesk({
			async ask(question, signal) {
				try {
					return await now.current.ask(question, now.current.draft, signal);
				} catch (error) {
					return replyToFailure(error);
				}
			},
			onNews: told => now.current.change(() => told),
			onFault: error => now.current.exit(errorOf(error)),
		});
		desk.current = opened;
		return () => opened.close();
	}, []);
	useEffect(() => desk.current?.want(inquiries), [inquiries]);
	return {news, latest: () => change(told => told)};
}
