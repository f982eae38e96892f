import {spawnSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import process from 'node:process';

/** Programs, and the Debian packages they come in. */
const packages = {
	ip: 'iproute2',
	nft: 'nftables',
	dnsmasq: 'dnsmasq-base',
	chronyd: 'chrony',
	nginx: 'nginx-light',
	openssl: 'openssl',
	sshd: 'openssh-server',
	ssh: 'openssh-client',
	'dbus-daemon': 'dbus',
	firewalld: 'firewalld',
	udhcpc: 'udhcpc',
	postconf: 'postfix',
	tinyproxy: 'tinyproxy',
	tdspool: 'freetds-bin',
	faketime: 'faketime',
	ethtool: 'ethtool',
	unshare: 'util-linux',
	nsenter: 'util-linux',
	setpriv: 'util-linux',
	mount: 'mount',
	hostname: 'hostname',
} as const;

export type Program = keyof typeof packages;

/** The packages of those programs that are not here. */
export function missingPackages(programs: readonly Program[]): readonly string[] {
	const missing = programs.filter(program => !isInstalled(program));
	return [...new Set(missing.map(program => packages[program]))];
}

/** Why no campus can be built here, in one sentence; `false` if it can. */
function campusObstacle(): string | false {
	const missing = missingPackages(Object.keys(packages) as readonly Program[]);
	if (missing.length > 0) {
		const names = missing.map(name => `"${name}"`).join(', ');
		return `The campus needs the packages ${names}.`;
	}

	if (process.getuid?.() !== 0) {
		return 'The campus needs root, to make network namespaces.';
	}

	const {status} = spawnSync('unshare', ['--net', '--mount', '--uts', 'true']);
	return status === 0 ? false : 'The campus cannot make network namespaces here.';
}

/** For `test(name, {skip: campusSkip()}, …)`. In CI nothing is skipped in silence. */
export function campusSkip(): string | false {
	return unlessInCi(campusObstacle());
}

/** The same for tests that need other programs too, and what to say where one is not here. */
export function campusSkipWithout(
	programs: readonly string[],
	obstacle: string,
): string | false {
	return programs.every(isInstalled) ? campusSkip() : unlessInCi(obstacle);
}

function unlessInCi(obstacle: string | false): string | false {
	const {CI: isCi} = process.env;
	if (obstacle && isCi) {
		throw new Error(obstacle);
	}

	return obstacle;
}

export function isInstalled(program: string) {
	const {PATH: path = ''} = process.env;
	return path.split(delimiter).some(folder => {
		try {
			accessSync(join(folder, program), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}
