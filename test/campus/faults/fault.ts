import type {Campus} from '../campus.js';

/** Something that goes wrong in a network. */
export type Fault = {
	/** What is wrong, in words. */
	readonly name: string;
	/**
	 * Brings it about in an open campus. What has an address of its own there leaves room for
	 * others beside it.
	 */
	readonly bringAbout: (campus: Campus) => Promise<Surroundings>;
};

/** Where the appliance meets a fault: what it finds otherwise than usual. */
export type Surroundings = {
	/** Addresses of names, as its /etc/hosts tells them. */
	readonly names?: Readonly<Record<string, readonly string[]>>;
	/** Sections of the site's answers. */
	readonly answers?: Readonly<Record<string, object>>;
	/** What the program's clock says, as `atTime` understands it. */
	readonly clock?: string;
	/** What the program finds in its environment. */
	readonly environment?: Readonly<Record<string, string>>;
};
