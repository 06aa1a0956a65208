// What lies in a base image before the Dockerfile adds to it: nothing of a worker in plain ones, and anything in others.

import { isBelow } from '../../base/image-path';
import { known, type Static, unknown } from '../../base/static';
import { isPlainImageName, OWN_SCRIPTS, STARTING_FOLDERS, SYSTEM_FOLDERS } from '../../knowledge/images';
import { imageName } from './docker';
import { type Ground, UNKNOWN } from './image-tree';

export interface Base {
  readonly ground: Ground;
  readonly workdir: Static<string>;
  readonly plain: boolean;
}

export function groundOf(base: Static<string>): Base {
  const name = base.known ? imageName(base.value) : undefined;
  if (name === undefined || !isPlainImageName(name)) {
    return {
      ground: { find: () => UNKNOWN, isFolder: () => undefined, land: () => [] },
      workdir: unknown,
      plain: false,
    };
  }
  const scripts = OWN_SCRIPTS.get(name) ?? [];
  const isSystem = (path: string): boolean => SYSTEM_FOLDERS.some((folder) => isBelow(folder, path));
  const ground: Ground = {
    find: (path) => (isSystem(path) || scripts.includes(path) ? UNKNOWN : { kind: 'absent' }),
    isFolder: (path) =>
      SYSTEM_FOLDERS.includes(path) ? true : isSystem(path) ? undefined : path === '/workspace' ? undefined : false,
    land: () => [],
  };
  const folder = STARTING_FOLDERS.get(name);
  return { ground, workdir: folder === undefined ? unknown : known(folder), plain: true };
}
