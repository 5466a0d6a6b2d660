declare const __QINGDAN_VERSION__: string | undefined;
declare const __QINGDAN_BUILD__: string | undefined;

/** The version of the tool, put in by the bundler from package.json. */
export const VERSION: string = typeof __QINGDAN_VERSION__ === 'string' ? __QINGDAN_VERSION__ : '0.0.0-source';

/** A hash of the bundle, put in by the bundler: two builds that differ anywhere differ in it. */
export const BUILD: string = typeof __QINGDAN_BUILD__ === 'string' ? __QINGDAN_BUILD__ : 'source';
