import type {CauseOf} from '../probes/diagnoses.js';
import type {ProbeResult} from '../probes/probe-result.js';

const whoListens = (port: number | null) => `ss -ltnp "sport = :${port}"`;
const inWizard = () => 'analytics-setup';
const inEffect = () => 'analytics-setup status';
const addresses = () => 'ip address; nmtui';

/** The command that shows what is wrong with this server, or mends it. */
const commands: Readonly<
	Record<CauseOf<'this-host'>, ((port: number | null) => string) | undefined>
> = {
	'answers.not-used': undefined,
	'clock.disputed': () => 'chronyc sources',
	'clock.off': () => 'timedatectl; chronyc tracking',
	'dns.no-server': () => 'cat /etc/resolv.conf; nmtui',
	'host.no-address': addresses,
	'host.no-route': () => 'ip route; nmtui',
	'knock.loopback-only': whoListens,
	'knock.no-program': whoListens,
	'knock.not-applied': inEffect,
	'knock.refused-by-rules': inWizard,
	'knock.refused-elsewhere': inEffect,
	'knock.stand-in': whoListens,
	'knock.switched-off': inWizard,
	'listen.loopback-only': whoListens,
	'listen.nothing': whoListens,
	'local.blocked': inEffect,
	'login.no-password': undefined,
	'mirrors.no-list': () => 'dnf makecache',
	'mirrors.not-listed': () => 'dnf repolist --verbose; analytics-setup',
	'names.behind': () => 'analytics-setup refresh; analytics-setup status',
	'policy.nobody': inWizard,
	'probe.failed': undefined,
	'proxy.login-not-sent': undefined,
	'proxy.not-a-proxy': inWizard,
	'smtp.login-wants-encryption': inWizard,
	'smtp.password-in-clear': inWizard,
	'smtp.sendgrid-user': undefined,
	'sql.other-port': inWizard,
	'tls.untrusted': () => 'trust list --filter=ca-anchors',
};

/** What the operator can run on this server to look at a result. */
export function selfHelpFor({cause, port}: ProbeResult): string | undefined {
	const known: Readonly<Record<string, ((port: number | null) => string) | undefined>> =
		commands;
	return cause === null ? undefined : known[cause]?.(port);
}
