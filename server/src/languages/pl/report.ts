// The compliance report's own words, those of the text format, and the verdicts.

import type { Bundle } from '../../base/message';

export const report: Bundle = {
  // Head
  'RunPod compliance report': 'Raport zgodności z RunPod',
  Contents: 'Spis treści',
  Worker: 'Worker',
  Kind: 'Rodzaj',
  'Date of the check': 'Data sprawdzenia',
  'Checked with': 'Sprawdzono programem',
  'RunPod documentation': 'Dokumentacja RunPod',
  'as of {0}': 'stan na {0}',
  Score: 'Ocena',
  'of 10': 'na 10',
  Verdict: 'Werdykt',
  Findings: 'Ustalenia',
  'No RunPod worker here.': 'Nie ma tu workera RunPod.',
  'Made by RunPod Compliance from the text of the files alone: nothing was run, nothing was sent anywhere.':
    'Raport powstał w RunPod Compliance wyłącznie na podstawie treści plików: niczego nie uruchomiono i niczego nigdzie nie wysłano.',
  'queue worker': 'worker kolejkowy',
  'streaming worker': 'worker strumieniujący',
  'concurrent worker': 'worker współbieżny',
  'load balancing worker': 'worker z równoważeniem obciążenia',
  'Flash worker': 'worker Flash',
  'dual-mode worker': 'worker dwutrybowy',
  'worker of its base image': 'worker z obrazu bazowego',
  pod: 'pod',
  worker: 'worker',

  // Verdict
  'Errors that fail on RunPod: {0}.': 'Błędy, z którymi worker zawiedzie na RunPod: {0}.',
  'Works, with warnings to settle first: {0}.': 'Działa, ale najpierw trzeba wyjaśnić ostrzeżenia: {0}.',
  'Could not be decided: {0}.': 'Nie udało się rozstrzygnąć: {0}.',
  'No errors and no warnings.': 'Brak błędów i ostrzeżeń.',
  'Nothing that can be seen in the files stands against the deployment.':
    'Nic, co widać w plikach, nie stoi na przeszkodzie wdrożeniu.',
  'It can be deployed and tried out. Settle what is open before it takes jobs that matter.':
    'Można go wdrożyć i wypróbować. Otwarte sprawy trzeba załatwić, zanim zacznie przyjmować ważne zadania.',
  'Put the critical problems right before you deploy it.': 'Przed wdrożeniem trzeba usunąć problemy krytyczne.',
  'Nothing found': 'Nic nie znaleziono',
  'nothing found': 'nic nie znaleziono',
  '{0} error': '{0} błąd',
  '{0} errors': { few: '{0} błędy', many: '{0} błędów' },
  '{0} warning': '{0} ostrzeżenie',
  '{0} warnings': { few: '{0} ostrzeżenia', many: '{0} ostrzeżeń' },
  '{0} note': '{0} uwaga',
  '{0} notes': { few: '{0} uwagi', many: '{0} uwag' },
  '{0} hint': '{0} wskazówka',
  '{0} hints': { few: '{0} wskazówki', many: '{0} wskazówek' },
  '{0} check passed': '{0} sprawdzenie bez zastrzeżeń',
  '{0} checks passed': { few: '{0} sprawdzenia bez zastrzeżeń', many: '{0} sprawdzeń bez zastrzeżeń' },
  '{0} check undecided': '{0} sprawdzenie nierozstrzygnięte',
  '{0} checks undecided': { few: '{0} sprawdzenia nierozstrzygnięte', many: '{0} sprawdzeń nierozstrzygniętych' },

  // What is right
  'What is right': 'Co jest w porządku',
  'Each with the place that shows it.': 'Przy każdym punkcie miejsce, w którym to widać.',
  'Nothing that a place could show.': 'Nie ma niczego, co dałoby się wskazać w konkretnym miejscu.',

  // Problems
  'Problems to fix': 'Problemy do naprawienia',
  'None were found.': 'Żadnych nie znaleziono.',
  error: 'błąd',
  warning: 'ostrzeżenie',
  note: 'uwaga',
  hint: 'wskazówka',
  'What you will see on RunPod': 'Co zobaczysz na RunPod',
  'and {0} more place': 'i jeszcze {0} miejsce',
  'and {0} more places': { few: 'i jeszcze {0} miejsca', many: 'i jeszcze {0} miejsc' },
  'Read more': 'Więcej',
  'See also': 'Zobacz też',
  Better: 'Lepiej',
  'Better, for example': 'Lepiej, na przykład',
  'Look it over: it may change more than the fault.': 'Do przejrzenia: zmiana może objąć więcej niż sam błąd.',

  // Priorities
  Priorities: 'Priorytety',
  Critical: 'Krytyczne',
  'before you deploy': 'przed wdrożeniem',
  High: 'Wysokie',
  'before it takes jobs that matter': 'zanim worker zacznie przyjmować ważne zadania',
  Low: 'Niskie',
  'when there is time': 'w wolnej chwili',

  // Checklist
  'Checklist before deployment': 'Lista kontrolna przed wdrożeniem',
  'A tick means that the fault was looked for and is not there.':
    'Zaznaczenie oznacza, że błędu szukano i że go nie ma.',
  'A tick means that the fault was looked for and is not there. What is undecided depends on a file that cannot be read in full.':
    'Zaznaczenie oznacza, że błędu szukano i że go nie ma. Punkty nierozstrzygnięte zależą od pliku, którego nie da się w całości odczytać.',
  'Ruled out: {0}': 'Wykluczono: {0}',
  done: 'spełnione',
  open: 'do zrobienia',
  undecided: 'nierozstrzygnięte',
  'see problem {0}': 'zob. problem {0}',
  'not checked, which is our fault, not yours': 'nie sprawdzono – z naszej winy, nie Twojej',

  // Areas
  'Agreement with the RunPod documentation': 'Zgodność z dokumentacją RunPod',
  Area: 'Obszar',
  Status: 'Status',
  Remarks: 'Uwagi',
  Compliant: 'Zgodne',
  Errors: 'Błędy',
  Warnings: 'Ostrzeżenia',
  'Could be better': 'Można poprawić',
  Undecided: 'Nierozstrzygnięte',
  'Does not apply': 'Nie dotyczy',
  'Nothing of it in this worker': 'Tego w tym workerze nie ma',

  // What can be done in the panel
  'Show documentation': 'Pokaż dokumentację',
  'Ignore…': 'Wycisz…',
  review: 'do przejrzenia',
  'This fix may change what the code does. Look the result over; undo takes it back.':
    'Ta poprawka może zmienić działanie kodu. Przejrzyj wynik; cofnięcie zmian go wycofa.',
  'Save as Markdown': 'Zapisz jako Markdown',
  'Save as HTML': 'Zapisz jako HTML',
  'Fix all that is safe ({0})': 'Popraw wszystko, co bezpieczne ({0})',

  // The text format
  'fix:': 'poprawka:',
  'look it over': 'do przejrzenia',
  'Could not be decided:': 'Nie udało się rozstrzygnąć:',
  '{0} crashed, which is our fault, not yours: {1}': 'Reguła {0} uległa awarii – z naszej winy, nie Twojej: {1}',
  'no message': 'brak komunikatu',
  'score {0} of 10': 'ocena {0} na 10',
  '{0} worker': '{0} worker',
  '{0} workers': { few: '{0} workery', many: '{0} workerów' },
  '{0} rule passed': '{0} reguła bez zastrzeżeń',
  '{0} rules passed': { few: '{0} reguły bez zastrzeżeń', many: '{0} reguł bez zastrzeżeń' },
};
