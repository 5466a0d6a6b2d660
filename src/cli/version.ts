declare const __QINGDAN_VERSION__: string | undefined;

/** The version of the tool, put in by the bundler from package.json. */
export const VERSION: string = typeof __QINGDAN_VERSION__ === 'string' ? __QINGDAN_VERSION__ : '0.0.0-source';
