import loadYoga from '../../node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
import constants from '../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';
import wrapAssembly from '../../node_modules/yoga-layout/dist/src/wrapAssembly.js';

// The library waits for it at the top of its module, where a script cannot.
const Yoga = {...constants};
waitFor(loadYoga().then(assembly => Object.assign(Yoga, wrapAssembly(assembly))));

export default Yoga;
export * from '../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';
