import manifest from '../package.json' with {type: 'json'};

/** Of this program. */
export const {version} = manifest;

/**
 * The commit that it was built from; undefined where it was not built. The bundler puts it
 * here: in the place of the global name only, so `process` is not imported.
 */
const build = process.env.BUILD_ID;

/** For whoever supports this program; others need no more than the version. */
export const versionWithBuild =
	build === undefined ? version : `${version} (build ${build})`;
