import {hostPlans} from '../hosts.js';
import type {Fault} from './fault.js';
import {startSite} from './sites.js';

// What a mirror list leads to where only the listed destinations are permitted.

const answers = {outbound: {mode: 'destinations'}};

export const mirrorsNotListed: Fault = {
	name: 'a mirror list that sends on to hosts beside the list',
	async bringAbout(campus) {
		const [address, mirror] = ['198.51.100.161', 'mirror.example'];
		await startSite(campus, {
			address,
			directives: `return 200 "http://${mirror}/enterprise/8/remi/x86_64/\\n";`,
		});
		const names = {
			'cdn.remirepo.net': [address],
			[mirror]: [hostPlans.web.addresses[0]],
		};
		return {names, answers};
	},
};

/** Every site of the campus answers with its own name. */
export const noMirrorList: Fault = {
	name: 'a page in place of a mirror list',
	bringAbout: async () => ({answers}),
};
