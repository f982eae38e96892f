/** What was seen when the kernel was asked for namespaces. */
export type Seen = {
	/** What `unshare` said; undefined where it gave them. */
	readonly complaint: string | undefined;
	/** Settings of the kernel as sysctl(8) names them, where it has them. */
	readonly settings: Readonly<Record<string, string | undefined>>;
};

/** Why something cannot be had, and what would help: a sentence each. */
export type Refusal = {
	readonly reason: string;
	readonly remedy: string;
	/** What to type for that, where it is a command. */
	readonly command?: string;
};

/** Settings that forbid, by the value with which they do and the one with which they do not. */
const forbidding = [
	['user.max_user_namespaces', '0', '15000'],
	['kernel.unprivileged_userns_clone', '0', '1'],
	['kernel.apparmor_restrict_unprivileged_userns', '1', '0'],
] as const;

/** The settings that are worth a look when namespaces are refused. */
export const settingNames = forbidding.map(([name]) => name);

/** Why the kernel gives a user no namespaces; undefined where it does. */
export function judgeKernel({complaint, settings}: Seen): Refusal | undefined {
	if (complaint === undefined) {
		return undefined;
	}

	const found = forbidding.find(([name, value]) => settings[name] === value);
	if (found !== undefined) {
		const [name, value, other] = found;
		return {
			reason: `This kernel gives users no namespaces of their own: ${name} is ${value}.`,
			remedy:
				'This permits them until the next restart, and so does running the demo as root:',
			command: `sudo sysctl ${name}=${other}`,
		};
	}

	return {
		reason: `This kernel gives no namespaces here ("${complaint}").`,
		remedy:
			'In a container that is usual: try it outside of one, or in one that may do more (with Docker, --privileged).',
	};
}

/** What must be installed before there can be a network; undefined where nothing is missing. */
export function judgePrograms(packages: readonly string[]): Refusal | undefined {
	return packages.length === 0
		? undefined
		: {
				reason: `The network needs packages that are not installed: ${packages.join(', ')}.`,
				remedy: 'Debian and Ubuntu have them under these names:',
				command: `sudo apt install ${packages.join(' ')}`,
			};
}

/** Where there is no kernel of the right kind. */
export function judgePlatform(platform: NodeJS.Platform): Refusal | undefined {
	return platform === 'linux'
		? undefined
		: {
				reason: `The network is made of namespaces of Linux, and this is ${platform}.`,
				remedy: 'It can be seen in a virtual machine with Linux.',
			};
}
