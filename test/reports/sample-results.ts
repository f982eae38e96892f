import type {ProbeResult} from '../../source/probes/probe-result.js';

const proven: ProbeResult = {
	...{id: 'sql-tcp', direction: 'outbound', source: '10.1.0.5'},
	...{destination: 'mssql.uni.edu', address: '10.50.0.5', port: 1433, protocol: 'tcp'},
	...{verdict: 'pass', cause: null, owner: null, detail: 'answers', remedy: null},
	...{milliseconds: 11, ways: [], evidence: null},
};

/** A result that is proven, but for what is told otherwise. */
export function sampleResult(parts: Readonly<Partial<ProbeResult>> = {}): ProbeResult {
	return {...proven, ...parts};
}

/** One result of every kind of verdict, as a small site might have them. */
export const sampleResults: readonly ProbeResult[] = [
	sampleResult({
		...{id: 'viewers', direction: 'inbound', source: '10.20.0.0/16, 2001:db8:20::/48'},
		...{destination: 'analytics.uni.edu', address: null, port: 9999, milliseconds: null},
		...{verdict: 'warn', cause: 'inbound.not-seen', owner: 'network'},
		detail: 'nobody has come yet',
		remedy:
			'Open https://analytics.uni.edu:9999 from one of these networks. If it does not load, ask your network team to permit 9999/tcp to 10.1.0.5.',
	}),
	sampleResult(),
	sampleResult({
		...{id: 'sql-udp', protocol: 'udp', verdict: 'unprovable', milliseconds: null},
		...{cause: 'udp.no-reply-by-design', detail: 'sent, no reply expected'},
		remedy: 'Nothing answers on 1433/udp by design.',
	}),
	sampleResult({
		...{id: 'mirrorlist-centos', destination: 'mirrorlist.centos.org', address: null},
		...{port: 80, verdict: 'fail', cause: 'vendor.retired', owner: 'vendor'},
		...{detail: 'no such name', milliseconds: 4},
		remedy: 'This name was taken out of the DNS about 2024-07-01.',
	}),
	sampleResult({
		...{id: 'acc-cdn', destination: 'software2-public-with-a-long-name.azureedge.net'},
		...{port: 443, verdict: 'fail', cause: 'tcp.timeout', owner: 'network'},
		...{detail: 'no answer within 3.5 seconds, tried three times', milliseconds: 3501},
		remedy: 'Ask your network team to permit 443/tcp from 10.1.0.5 to 192.0.2.44.',
	}),
	sampleResult({
		...{id: 'sendgrid', destination: 'smtp.sendgrid.net', port: 587, address: null},
		...{verdict: 'skipped', cause: 'answers.not-used', milliseconds: null},
		detail: 'mail goes through smtp.uni.edu',
	}),
];
