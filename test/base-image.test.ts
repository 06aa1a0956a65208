// What is read from the name and the tag of a base image, and what a hover says of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseImageProse } from '../server/src/features/image-hover';
import { describeImage, isUnpinned } from '../server/src/model/image/base-image';
import { textOf } from './harness/prose';

const CUDA: readonly (readonly [string, string | undefined])[] = [
  ['nvidia/cuda:12.8.1-cudnn-runtime-ubuntu22.04', '12.8 exact'],
  ['nvidia/cuda:12.0.0-base-ubuntu20.04', '12.0 exact'],
  ['nvcr.io/nvidia/cuda:13.0.1-devel-ubi9', '13.0 exact'],
  ['runpod/pytorch:2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04', '12.4 exact'],
  ['runpod/pytorch:1.0.3-cu1300-torch291-ubuntu2404', '13.0 exact'],
  ['runpod/pytorch:0.7.0-ubuntu2004-cu1241-torch240', '12.4 exact'],
  ['runpod/base:0.6.3-cuda11.8.0', '11.8 exact'],
  ['runpod/base:1.0.3-cuda1290-ubuntu2404', '12.9 exact'],
  ['runpod/base:1.0.2-ubuntu2204', undefined],
  ['pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime', '12.1 major'],
  ['pytorch/pytorch:2.4.1-cuda12.1-cudnn9-devel', '12.1 exact'],
  ['pytorch/pytorch:latest', undefined],
  ['vllm/vllm-openai:v0.10.0', undefined],
  ['somebody/worker:cuda12.4', undefined],
  ['python:3.11-slim', undefined],
];

for (const [reference, expected] of CUDA) {
  test(`CUDA of ${reference}`, () => {
    const { cuda } = describeImage(reference);
    assert.equal(cuda && `${cuda.version} ${cuda.needs}`, expected);
  });
}

test('Python and PyTorch versions', () => {
  assert.equal(describeImage('python:3.11.9-slim').python, '3.11');
  assert.equal(describeImage('python:3-alpine').python, '3');
  assert.equal(describeImage('library/python:3.13rc1').python, '3.13');
  assert.equal(describeImage('python:slim').python, undefined);
  assert.equal(describeImage('runpod/pytorch:2.1.0-py3.10-cuda11.8.0-devel-ubuntu22.04').python, '3.10');
  assert.equal(describeImage('axolotlai/axolotl-cloud:main-py3.11-cu124-2.6.0').python, '3.11');
  assert.equal(describeImage('nvcr.io/nvidia/pytorch:24.05-py3').python, undefined);
  assert.equal(describeImage('pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime').torch, '2.4.1');
  assert.equal(describeImage('runpod/pytorch:2.1.0-py3.10-cuda11.8.0-devel-ubuntu22.04').torch, '2.1.0');
  assert.equal(describeImage('runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404').torch, '2.8.0');
});

test('names, tags and digests', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  const described = describeImage(`registry.local:5000/Team/Base:1.2@${digest}`);
  assert.deepEqual([described.name, described.tag, described.digest], ['team/base', '1.2', digest]);
  assert.equal(describeImage('registry.local:5000/team/base').tag, undefined);
  assert.ok(isUnpinned(describeImage('python')));
  assert.ok(isUnpinned(describeImage('python:latest')));
  assert.ok(!isUnpinned(describeImage(`python@${digest}`)));
  assert.ok(!isUnpinned(describeImage('python:3.11')));
});

test('systems', () => {
  assert.equal(describeImage('alpine:3.20').system, 'alpine');
  assert.equal(describeImage('python:3.11-alpine3.19').system, 'alpine');
  assert.equal(describeImage('gcr.io/distroless/python3-debian12').system, 'distroless');
  assert.equal(describeImage('python:3.11-slim').system, undefined);
});

const said = (reference: string): string => textOf(baseImageProse(reference));

test('a hover says what the tag says', () => {
  const prose = said('runpod/pytorch:2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04');
  assert.match(prose, /^Base image `runpod\/pytorch`, `2\.4\.0-py3\.11-cuda12\.4\.1-devel-ubuntu22\.04`\.$/m);
  assert.match(prose, /Its tag says Python 3\.11 and PyTorch 2\.4\.0\./);
  assert.match(prose, /CUDA 12\.4: starts on hosts with this version or a newer one, which \[allowedCudaVersions\]/);
  assert.match(prose, /Nothing of a worker is in it/);
  assert.match(said('vllm/vllm-openai'), /No version[\s\S]*needs no handler and no command/);
  assert.match(said('pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime'), /any CUDA 12\]/);
  assert.match(said('python:3.11-alpine'), /Alpine Linux: the Hub's tests/);
  assert.equal(said('scratch'), 'An empty image: no shell, no Python, nothing.');
  assert.equal(said(''), '');
});

test('a hover shows hostile names as code', () => {
  const [first = ''] = said('a`](x)<b>:y`z').split('\n');
  assert.ok(first.includes('<b>'));
  assert.ok(!first.replace(/`[^`]*`/g, '').includes('<b>'));
});
