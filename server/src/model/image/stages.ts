// Which stages of a Dockerfile are built: BuildKit leaves out those that the final one does not need.

import type { Stage } from '../../facts/docker';
import type { Docker } from './docker';

/** The final stage, those it is built on and those it copies from, in the order of the text. */
export function builtStages({ stages, final }: Docker): readonly Stage[] {
  const needed = new Set<Stage>();
  const todo = final ? [final] : [];
  for (let stage = todo.pop(); stage !== undefined; stage = todo.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    for (const name of namesIn(stage)) {
      const source = earlierStage(stages, stage, name);
      if (source) todo.push(source);
    }
  }
  return stages.filter((stage) => needed.has(stage));
}

/** The stage above that a name or a number in a stage stands for. */
export function earlierStage(stages: readonly Stage[], from: Stage, name: string): Stage | undefined {
  const above = stages.slice(0, stages.indexOf(from));
  return above.findLast((stage) => stage.name?.toLowerCase() === name.toLowerCase()) ?? numbered(above, name);
}

function numbered(stages: readonly Stage[], name: string): Stage | undefined {
  return /^\d+$/.test(name) ? stages[Number(name)] : undefined;
}

function namesIn({ base, copies }: Stage): readonly string[] {
  return [...(base.known ? [base.value] : []), ...copies.flatMap(({ from }) => (from === undefined ? [] : [from]))];
}
