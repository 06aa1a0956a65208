// The areas of the rules.

import type { Bundle } from '../../base/message';

export const areas: Bundle = {
  Handler: 'Handler',
  Start: 'Start workera',
  'Input and output': 'Wejście i wyjście',
  'Cold start and performance': 'Zimny start i wydajność',
  'Local testing': 'Testy lokalne',
  'Production readiness': 'Gotowość produkcyjna',
  'Syntax and dependencies': 'Składnia i zależności',
  'Container image': 'Obraz kontenera',
  'Hub listing': 'Wpis w Hubie',
  'Hub tests': 'Testy Huba',
  'Repository and release': 'Repozytorium i wydanie',
  Suppressions: 'Wyciszenia',
};
