import {readFileSync} from 'node:fs';
import process from 'node:process';
import {SMTPServer} from 'smtp-server';

const [, , , ...addresses] = process.argv;

for (const address of addresses) {
	const server = new SMTPServer({
		name: 'smtp.uni.edu',
		cert: readFileSync('/run/campus/certificate.pem'),
		key: readFileSync('/run/campus/key.pem'),
		authOptional: true,
		disableReverseLookup: true,
		onData(stream, _session, done) {
			stream.on('end', () => done());
			stream.resume();
		},
	});
	// A client that hangs up in the middle is no reason to end.
	server.on('error', () => {});
	server.listen(587, address);
}
