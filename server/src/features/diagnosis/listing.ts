// hub.json: that it is there, in the repository, JSON, in RunPod's format, and complete.

import { type Message, say } from '../../base/message';
import { relativeTo, type Uri } from '../../base/uri';
import type { JsonFile } from '../../facts/json';
import { type OutOfSight, outOfSight } from '../../model/repository/visibility';
import type { Finding } from '../../rules/rule';
import type { Case } from './index';
import { evidenceOf, findingsOf, GUIDE, isDecided, pointless } from './shared';
import type { Answer, Check } from './types';

const PRESENT = say`Is there a hub.json where the Hub looks?`;
const KEPT = say`Is hub.json in the repository, and not only on this disk?`;
const VALID = say`Is hub.json valid JSON?`;
const FORMAT = say`Is hub.json in RunPod's format?`;
const COMPLETE = say`Has hub.json all that the Hub demands?`;
const VALUES = say`Are the values in hub.json ones that the Hub knows?`;

export function listingChecks(given: Case): readonly Check[] {
  const { hubFile } = given.worker.inputs;
  if (hubFile === undefined) {
    const absent = { question: PRESENT, source: GUIDE, ...absentAnswer(given) };
    return [absent, ...[KEPT, VALID, FORMAT, COMPLETE, VALUES].map((question) => pointless(question))];
  }
  const invalid = validAnswer(given);
  const foreign = invalid.state === 'cause' ? undefined : formatAnswer(given);
  const isReadable = foreign?.state === 'ok';
  return [
    { question: PRESENT, source: GUIDE, ...placeAnswer(given, hubFile) },
    { question: KEPT, source: GUIDE, ...keptAnswer(given, hubFile) },
    { question: VALID, source: GUIDE, ...invalid },
    foreign === undefined ? pointless(FORMAT) : { question: FORMAT, source: GUIDE, ...foreign },
    isReadable ? { question: COMPLETE, source: GUIDE, ...completeAnswer(given) } : pointless(COMPLETE),
    isReadable ? { question: VALUES, source: GUIDE, ...valuesAnswer(given) } : pointless(VALUES),
  ];
}

function absentAnswer(given: Case): Answer {
  const elsewhere = findingsOf(given, ['hub-file-misplaced']);
  if (elsewhere.length > 0) {
    return {
      state: 'cause',
      says: say`No. It lies where the Hub does not look.`,
      evidence: evidenceOf(elsewhere),
      remedy: say`Move it to .runpod/hub.json at the root of the repository, in small letters, and make a release.`,
    };
  }
  return {
    state: 'cause',
    says: say`No. There is neither .runpod/hub.json nor hub.json, and without it a repository is no listing.`,
    remedy: say`Create .runpod/hub.json with title, description, type, category and config, and make a release.`,
  };
}

function placeAnswer(given: Case, { source: { uri } }: JsonFile): Answer {
  const { root, inputs } = given.worker;
  if (hidden(given, uri)?.kind === 'below-root') {
    return {
      state: 'cause',
      says: say`No. It lies below the root of the repository.`,
      evidence: evidenceOf(aboutListing(given, uri)),
      remedy: say`Move .runpod to the root of the repository, or give the worker a repository of its own.`,
    };
  }
  const path = relativeTo(inputs.repository?.root ?? root, uri) ?? uri;
  if (path === 'hub.json') {
    return {
      state: 'ok',
      says: say`Yes, at the root. The documentation names .runpod/hub.json, which would come before it.`,
    };
  }
  const shadowed = findingsOf(given, ['hub-file-shadowed']).filter((finding) => finding.uri === `${root}/hub.json`);
  return { state: 'ok', says: say`Yes: ${path}.`, evidence: evidenceOf(shadowed) };
}

function hidden({ worker }: Case, uri: Uri): OutOfSight | undefined {
  const { repository } = worker.inputs;
  return repository && outOfSight(uri, repository);
}

/** Findings of hub-file-misplaced about the hub.json that is read. */
function aboutListing(given: Case, uri: Uri): readonly Finding[] {
  return findingsOf(given, ['hub-file-misplaced']).filter((finding) => finding.uri === uri);
}

function keptAnswer(given: Case, { source: { uri } }: JsonFile): Answer {
  const { repository } = given.worker.inputs;
  if (repository === undefined) {
    return { state: 'cannot-see', says: say`There is no git repository here that could be read.` };
  }
  const why = hidden(given, uri);
  if (why !== undefined && why.kind !== 'below-root') {
    return {
      state: 'cause',
      says: say`No, not as it is here.`,
      evidence: evidenceOf(aboutListing(given, uri)),
      remedy: say`Put the file itself into the repository under this name, commit, push, and make a release.`,
    };
  }
  if (repository.changes === undefined) {
    return { state: 'cannot-see', says: say`The state of the files could not be told.` };
  }
  const state = repository.changes.find((change) => change.uri === uri)?.state;
  if (repository.head === undefined || state === 'untracked' || state === 'added') {
    return {
      state: 'cause',
      says: say`No. It was never committed.`,
      remedy: say`Commit it, push, and make a release.`,
    };
  }
  if (state === undefined) return { state: 'ok', says: say`Yes, committed as it is here.` };
  return {
    state: 'flaw',
    says: say`Yes, but not as it is here: the changes are not committed. What follows is about the file on this disk.`,
    remedy: say`Commit it, push, and make a release.`,
  };
}

function validAnswer(given: Case): Answer {
  const errors = findingsOf(given, ['hub-json-invalid']);
  if (errors.length === 0) return { state: 'ok', says: say`Yes.` };
  return {
    state: 'cause',
    says: say`No: the Hub cannot read it.`,
    evidence: evidenceOf(errors),
    remedy: say`Correct what is named; JSON knows neither comments nor a comma behind the last entry.`,
  };
}

function formatAnswer(given: Case): Answer {
  const foreign = findingsOf(given, ['hub-schema-foreign']);
  if (foreign.length === 0) return { state: 'ok', says: say`Yes.` };
  return {
    state: 'cause',
    says: say`No. It is valid JSON of another, invented format: the Hub finds neither title nor type nor config in it, so there is nothing to list.`,
    evidence: evidenceOf(foreign),
    remedy: say`Rewrite it with title, description, type, category and config: in the editor, the quick fix of hub-schema-foreign does so and keeps what it can. Commit, push, and make a release.`,
  };
}

function completeAnswer(given: Case): Answer {
  const missing = findingsOf(given, ['hub-field-missing']);
  if (!isDecided(given, 'hub-field-missing')) return undecided();
  const grave = missing.filter(({ severity }) => severity === undefined || severity === 'error');
  if (missing.length === 0) return { state: 'ok', says: say`Yes, every field that the documentation calls required.` };
  return {
    state: grave.length > 0 ? 'cause' : 'flaw',
    says: grave.length > 0 ? say`No: required fields are missing.` : say`Almost: some fields are missing.`,
    evidence: evidenceOf(missing),
    remedy: say`Add them, commit, push, and make a release.`,
  };
}

/** Of these it is known from submissions that failed, or from the interface that the Hub is built on. */
const REFUSED = ['hub-description-too-long', 'hub-gpu-unknown'];
const DOUBTFUL = [
  'hub-value-invalid',
  'hub-category-unknown',
  'hub-cuda-invalid',
  'hub-cpu-gpu-mixed',
  'hub-env-shape',
  'hub-env-duplicate',
  'hub-env-default-invalid',
  'hub-placeholder',
];

function valuesAnswer(given: Case): Answer {
  const refused = findingsOf(given, REFUSED);
  // What is left of the template in tests.json is none of the listing's values.
  const doubtful = findingsOf(given, DOUBTFUL).filter(({ uri }) => uri === given.worker.inputs.hubFile?.source.uri);
  const evidence = evidenceOf([...refused, ...doubtful]);
  if (evidence.length === 0) return { state: 'ok', says: say`Yes, as far as RunPod documents them.` };
  return {
    state: refused.length > 0 ? 'cause' : 'flaw',
    says: refused.length > 0 ? REFUSED_VALUES : say`Not all: some are not what the documentation names.`,
    evidence,
    remedy: say`Correct them: the rules named by "check" say how. Commit, push, and make a release.`,
  };
}

const REFUSED_VALUES: Message = say`No. Of the first of these it is reported that the Hub refused the repository for it, with an internal error that does not name the field.`;

function undecided(): Answer {
  return { state: 'cannot-see', says: say`This could not be decided, as the file is not whole.` };
}
