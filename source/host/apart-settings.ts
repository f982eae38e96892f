/**
 * What systemd is told of a part of this program that it runs, as far as its work allows;
 * docs/units.md tells why. Nothing newer than systemd 239 (EL 8), where systemd-run refuses
 * what it does not know.
 *
 * @param writes the folders that it writes to; they have to be there
 */
export function apartSettings(writes: readonly string[]): readonly string[] {
	return [
		'Description=Takes unconfirmed firewall rules of analytics-setup back',
		// Killed in whatever way, it comes back at once and goes on or goes back.
		'Restart=on-failure',
		'RestartSec=100ms',
		'StartLimitIntervalSec=0',
		'OOMScoreAdjust=-1000',
		// Going back takes as long as a firewalld that does not answer.
		'TimeoutStopSec=90s',
		'ProtectSystem=strict',
		`ReadWritePaths=${writes.map(quoted).join(' ')}`,
		'ProtectHome=read-only',
		// Every terminal is told (wall), and no disk is touched.
		'DevicePolicy=closed',
		...['char-pts', 'char-tty*', 'char-hvc'].map(device => `DeviceAllow=${device} w`),
		...sandbox,
	];
}

/**
 * From the capabilities on the same for the recovery unit, which says it in its own file. The
 * rest needs a mount namespace, without which that one must start.
 */
const sandbox = [
	// Not ProtectKernelTunables and ProtectControlGroups: they mount another /proc, which in a
	// container has another boot id, and rules would not be put back after "a restart".
	'ReadOnlyPaths=/proc/sys /sys',
	'ProtectKernelModules=yes',
	'PrivateMounts=yes',
	'CapabilityBoundingSet=CAP_DAC_OVERRIDE CAP_NET_ADMIN CAP_SYS_PTRACE',
	'NoNewPrivileges=yes',
	'LockPersonality=yes',
	'RestrictNamespaces=yes',
	'RestrictRealtime=yes',
	'RestrictAddressFamilies=AF_NETLINK AF_UNIX',
	'SystemCallArchitectures=native',
	'SystemCallFilter=@system-service',
	'SystemCallFilter=~@privileged @resources',
	// Node.js and the C library go on where a call is not there, and end where one is forbidden.
	'SystemCallErrorNumber=ENOSYS',
] as const;

/** A path as systemd-run reads it in a list. */
function quoted(path: string): string {
	return `"${path.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
