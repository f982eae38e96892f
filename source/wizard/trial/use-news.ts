import {useEffect, useState} from 'react';
import type {News} from '../../transaction/messages.js';
import type {Trial} from '../../transaction/open-trial.js';

/** What the guard told last. */
export function useNews(trial: Trial): News {
	const [news, setNews] = useState(trial.news());
	useEffect(() => {
		setNews(trial.news());
		return trial.onNews(setNews);
	}, [trial]);
	return news;
}
