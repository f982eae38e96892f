import {useRef, useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import type {Flow} from '../../../flow/flow.js';
import type {InboundNews} from '../../../probes/inbound/inbound-news.js';
import {useLatest} from '../../widgets/use-latest.js';
import {type Task, useTask} from '../../widgets/use-task.js';
import {withNews} from './knock-lines.js';

export type Knocking = {
	/** The newest first. */
	readonly news: readonly InboundNews[];
	readonly watch: Task<void>;
	/** Whether whoever knocks now is seen. */
	readonly hasBegun: boolean;
	/** Whether stand-ins are to answer where no program listens. */
	readonly isAnswering: boolean;
	readonly toggleAnswering: () => void;
};

/** Watches for knocks as long as the screen is shown. */
export function useKnocks(flow: Pick<Flow, 'watchInbound'>, answers: Answers): Knocking {
	const [news, addNews] = useLatest<readonly InboundNews[]>([]);
	const [hasBegun, setHasBegun] = useState(false);
	const [isAnswering, setIsAnswering] = useState(false);
	// The watch asks for it between two redraws.
	const latest = useRef(isAnswering);
	const watch = useTask('knocks', signal =>
		flow.watchInbound(answers, {
			isAnswering: () => latest.current,
			onBegun: () => setHasBegun(true),
			onNews: each => addNews(known => withNews(known, each)),
			signal,
		}),
	);
	return {
		news,
		watch,
		hasBegun,
		isAnswering,
		toggleAnswering() {
			latest.current = !latest.current;
			setIsAnswering(latest.current);
		},
	};
}
