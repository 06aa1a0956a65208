// The documentation of a rule in the editor, and what hovers say of a finding and of a suppression.

import type { Bundle } from '../../base/message';

export const rulePage: Bundle = {
  Severity: 'Waga',
  '{0}; in the profile {1} {2}': '{0}; w profilu {1} {2}',
  '{0}; only in the profile {1}': '{0}; tylko w profilu {1}',
  'in the profile {0}': 'w profilu {0}',
  'Since version': 'Od wersji',
  Bad: 'Źle',
  Good: 'Dobrze',
  'Quick fix': 'Szybka poprawka',
  'What git says of it': 'Co mówi o tym git',
  'How to ignore it': 'Jak to wyciszyć',
  'why it is right here': 'dlaczego tu jest dobrze',
  'On the line itself or on a line of its own above it; with {0} among the first comments of a file, in all of it:':
    'W tej samej linii albo w osobnej linii nad nią; z {0} wśród pierwszych komentarzy pliku – w całym pliku:',
  'On a line of its own above it; with {0} among the first comments of a file, in all of it:':
    'W osobnej linii nad nią; z {0} wśród pierwszych komentarzy pliku – w całym pliku:',
  'In a file that takes no comments, by an entry in {0}:': 'W pliku, który nie przyjmuje komentarzy, wpisem w {0}:',
  'In the whole worker, in {0}:': 'W całym workerze, w {0}:',

  // Hovers, quick fixes
  'Show documentation of {0}': 'Pokaż dokumentację reguły {0}',
  'in this file': 'w tym pliku',
  'There is no rule {0}.': 'Nie ma reguły {0}.',
  'Did you mean {0}?': 'Czy chodziło o {0}?',
  'At present this hides a finding.': 'Obecnie wycisza to ustalenie.',
  'At present there is nothing here to hide.': 'Obecnie nie ma tu czego wyciszać.',
  'The rule is off, so there is nothing to hide.': 'Reguła jest wyłączona, więc nie ma czego wyciszać.',
  'The rule has nothing to look at in this worker, so there is nothing to hide.':
    'W tym workerze reguła nie ma czego sprawdzać, więc nie ma czego wyciszać.',
  'Whether there is something to hide cannot be told at present.':
    'Obecnie nie da się powiedzieć, czy jest co wyciszać.',
};
