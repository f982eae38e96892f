import type {Fault} from './fault.js';
import {startPeer} from './peers.js';

export const nothingListensHere: Fault = {
	name: 'an appliance on which nothing listens',
	bringAbout: async () => ({}),
};

export const listensToItself: Fault = {
	name: 'a program on the appliance that listens to the appliance alone',
	async bringAbout(campus) {
		await startPeer(campus, 'appliance', {address: '127.0.0.1', port: 19_999});
		return {};
	},
};

export const nobodyCame: Fault = {
	name: 'a program on the appliance to which nobody has come yet',
	async bringAbout(campus) {
		await startPeer(campus, 'appliance', {address: '0.0.0.0', port: 22});
		return {};
	},
};

export const nobodyMayCome: Fault = {
	name: 'answers that let nobody in',
	bringAbout: async () => ({answers: {viewers: {subnets: []}}}),
};
