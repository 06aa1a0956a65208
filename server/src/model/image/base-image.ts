// What the name and tag of a base image say about what is in it. The tables are in knowledge/images.ts; which image a
// Dockerfile builds on is model/image/docker.ts's business.

import {
  ALPINE,
  CUDA_TAGS,
  DISTROLESS,
  isPlainImageName,
  isWorkerImageName,
  MOVING_TAGS,
  PYTHON_IN_TAG,
  PYTHON_TAG,
  TORCH_TAGS,
} from '../../knowledge/images';
import { imageName } from './docker';

export interface BaseImage {
  /** Without registry host, tag and digest, in lower case. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** `12.8`, and which hosts it starts on. */
  readonly cuda: { readonly version: string; readonly needs: 'exact' | 'major' } | undefined;
  /** `3.11`, or `3` where the tag says no more. */
  readonly python: string | undefined;
  readonly torch: string | undefined;
  readonly system: 'alpine' | 'distroless' | undefined;
  /** A worker or a server by itself. */
  readonly worker: boolean;
  /** A system, Python or CUDA, and nothing of a worker. */
  readonly plain: boolean;
}

/** A tag has at most 128 characters, a name 255. */
const LONGEST = 500;

/** Reads an image reference: `host:5000/name/space:tag@sha256:…`. */
export function describeImage(written: string): BaseImage {
  const reference = written.slice(0, LONGEST);
  const name = imageName(reference);
  const tag = tagOf(reference);
  const digest = /@(\w+:[0-9a-fA-F]{32,})$/.exec(reference)?.[1];
  const text = tag?.toLowerCase() ?? '';
  return {
    name,
    tag,
    digest,
    cuda: cudaOf(name, text),
    python: pythonOf(name, text),
    torch: torchOf(name, text),
    system: systemOf(name, text),
    worker: isWorkerImageName(name),
    plain: isPlainImageName(name),
  };
}

/** Built again tomorrow, it may be another image: without a digest, and with no tag or one that moves on. */
export function isUnpinned({ tag, digest }: BaseImage): boolean {
  return digest === undefined && (tag === undefined || MOVING_TAGS.has(tag.toLowerCase()));
}

function tagOf(reference: string): string | undefined {
  const [withTag = ''] = reference.split('@');
  return /:([^/:]+)$/.exec(withTag)?.[1];
}

function cudaOf(name: string, tag: string): BaseImage['cuda'] {
  for (const row of CUDA_TAGS) {
    const found = row.name.test(name) ? row.tag.exec(tag) : null;
    if (found) return { version: `${found[1]}.${found[2]}`, needs: row.needs };
  }
  return undefined;
}

function pythonOf(name: string, tag: string): string | undefined {
  if (/^(?:library\/)?python$/.test(name)) return PYTHON_TAG.exec(tag)?.[1];
  const written = PYTHON_IN_TAG.exec(tag)?.[1];
  return written?.includes('.') ? written : written?.replace(/^3/, '3.');
}

function torchOf(name: string, tag: string): string | undefined {
  for (const row of TORCH_TAGS) {
    const found = row.name.test(name) ? row.tag.exec(tag) : null;
    if (found) return found.slice(1).join('.');
  }
  return undefined;
}

function systemOf(name: string, tag: string): BaseImage['system'] {
  if (ALPINE.name.test(name) || ALPINE.tag.test(tag)) return 'alpine';
  return DISTROLESS.test(name) ? 'distroless' : undefined;
}
