import { dirname, resolve } from 'node:path';
import { isWithin, staysIn } from '../cli/inputs/confined.ts';
import { type ConfigSource, diskConfigs } from '../cli/settings/configSource.ts';

/**
 * The configs on the disk, and of them only those in the workspace: what a config of a pull request extends or links
 * to must not choose what else of the machine is read, because an error about a config shows its lines.
 * @param workspace its real path
 * @param named the config that the workflow names, or null; it and its folder may be anywhere
 */
export function confinedConfigs(workspace: string, named: string | null): ConfigSource {
  const { host } = diskConfigs;
  const own = named === null ? workspace : dirname(resolve(named));
  const folders = isWithin(own, workspace) ? [workspace] : [workspace, own];
  const mustStay = async (path: string): Promise<void> => {
    for (const folder of folders) if (await staysIn(path, folder)) return;
    throw Object.assign(new Error(`${path} leads out of the workspace`), { code: 'EACCES' });
  };
  return {
    exists: (path) => folders.some((folder) => isWithin(path, folder)) && diskConfigs.exists(path),
    host: {
      ...host,
      async readFile(path) {
        await mustStay(path);
        return host.readFile(path);
      },
      async listFiles(folder) {
        await mustStay(folder);
        return host.listFiles(folder);
      },
    },
  };
}
