// Images that GitHub workflows and compose files build, as rows: steps with docker/build-push-action, commands in `run`
// steps, services with a platform. Other CI systems are not read.

import type { Source } from '../base/source';
import { parseYaml, type YamlMap, type YamlScalar, type YamlValue } from '../syntax/yaml';
import { type ImageBuild, imagesSent, platformsOf, readBuildCommands } from './build-commands';

export function readWorkflow(source: Source): readonly ImageBuild[] {
  const { root } = parseYaml(source);
  const sent = imagesSent(source.text);
  return [
    ...valuesOf(mapAt(root, 'jobs')).flatMap((job) => buildsOfJob(source, job, sent)),
    ...valuesOf(mapAt(root, 'services')).flatMap((service) => buildsOfService(source, service)),
  ];
}

function buildsOfJob(source: Source, job: YamlValue, sent: ReadonlySet<string>): readonly ImageBuild[] {
  const machine = machineOf(valueAt(job, 'runs-on'));
  const steps = valueAt(job, 'steps');
  if (steps?.kind !== 'list') return [];
  return steps.items.flatMap((step) => {
    const run = scalarAt(step, 'run');
    const uses = scalarAt(step, 'uses');
    if (run) return readBuildCommands(source, [{ span: run.span, inline: false }], sent, machine);
    return uses && /^docker\/build-push-action(?:@|$)/.test(uses.text) ? [actionOf(source, uses, step, machine)] : [];
  });
}

function actionOf(source: Source, uses: YamlScalar, step: YamlValue, machine: ImageBuild['machine']): ImageBuild {
  const inputs = mapAt(step, 'with');
  const platforms = scalarAt(inputs, 'platforms');
  const first = inputs?.entries[0];
  const indent = first && /^[ \t]*$/.exec(lineBefore(source.text, first.keySpan.start))?.[0];
  return {
    uri: source.uri,
    span: uses.span,
    how: 'action',
    platforms: platforms && platforms.text.trim() !== '' ? platformsOf(platforms.text) : undefined,
    platformsSpan: platforms?.style === 'block' ? undefined : platforms?.span,
    addition:
      first && indent !== undefined && platforms === undefined
        ? { at: first.keySpan.start, before: 'platforms: ', after: `\n${indent}` }
        : undefined,
    file: scalarAt(inputs, 'file')?.text,
    context: scalarAt(inputs, 'context')?.text ?? '.',
    pushed: true,
    machine,
  };
}

/** `platform:` of a service that is built, and `platforms:` of its build. */
function buildsOfService(source: Source, service: YamlValue): readonly ImageBuild[] {
  const build = valueAt(service, 'build');
  if (build === undefined) return [];
  const list = valueAt(build, 'platforms');
  const own = scalarAt(service, 'platform');
  const written = list?.kind === 'list' ? list.items.filter((item) => item.kind === 'scalar') : own ? [own] : [];
  const [first] = written;
  if (first === undefined) return [];
  const platforms = written.map(({ text }) => platformsOf(text));
  return [
    {
      uri: source.uri,
      span: first.span,
      how: 'compose',
      platforms: platforms.includes('unknown') ? 'unknown' : platforms.flat(),
      platformsSpan: written.length === 1 ? first.span : undefined,
      addition: undefined,
      file: scalarAt(build, 'dockerfile')?.text,
      context: build.kind === 'scalar' ? build.text : scalarAt(build, 'context')?.text,
      pushed: false,
      machine: undefined,
    },
  ];
}

/** Names of GitHub's own runners tell the machine, and the label that a self-hosted one gets. */
function machineOf(runsOn: YamlValue | undefined): ImageBuild['machine'] {
  const labels = runsOn?.kind === 'list' ? runsOn.items : runsOn ? [runsOn] : [];
  const names = labels.flatMap((label) => (label.kind === 'scalar' ? [label.text.toLowerCase()] : []));
  if (names.some((name) => name.includes('${{'))) return undefined;
  if (names.some((name) => /(?:^|[-_])(?:arm|arm64|aarch64)(?:$|[-_])/.test(name))) return 'arm';
  return names.some((name) => /^ubuntu-|^x64$|^windows-/.test(name)) ? 'amd64' : undefined;
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

function valueAt(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value?.kind === 'map' ? value.entries.findLast((entry) => entry.key === key)?.value : undefined;
}

function mapAt(value: YamlValue | undefined, key: string): YamlMap | undefined {
  const found = valueAt(value, key);
  return found?.kind === 'map' ? found : undefined;
}

function scalarAt(value: YamlValue | undefined, key: string): YamlScalar | undefined {
  const found = valueAt(value, key);
  return found?.kind === 'scalar' ? found : undefined;
}

function valuesOf(map: YamlMap | undefined): readonly YamlValue[] {
  return map?.entries.flatMap(({ value }) => value ?? []) ?? [];
}
