/** Where the bundle that `action.yml` runs is, from the root. */
export declare const ACTION_BUNDLE: string;
/** The bundle of the GitHub Action as text. */
export declare function bundleAction(root: URL, version: string): Promise<string>;
/** The version in package.json. */
export declare function readVersion(root: URL): Promise<string>;
