// Commands and help while editing: files that are created, variables that are renamed.

import type { Bundle } from '../../base/message';

export const features: Bundle = {
  'Create .runpod/hub.json from what the worker says: check the category and the GPUs':
    'Utwórz .runpod/hub.json na podstawie workera: sprawdź kategorię i GPU',
  'Create .runpod/tests.json from what the worker says: check the input and the timeout':
    'Utwórz .runpod/tests.json na podstawie workera: sprawdź wejście i limit czasu',
  'Create test_input.json': 'Utwórz test_input.json',
  'The worker has no files.': 'Worker nie ma plików.',
  'The worker has a hub.json already.': 'Worker ma już hub.json.',
  'The worker has a tests.json already.': 'Worker ma już tests.json.',
  'The worker has a test_input.json already.': 'Worker ma już test_input.json.',
  'The category and the GPUs are guesses: check them.': 'Kategoria i GPU to tylko przypuszczenia: sprawdź je.',
  'Check the input and the timeout.': 'Sprawdź wejście i limit czasu.',
  'Check the values of the input.': 'Sprawdź wartości wejścia.',
  "hub.json follows RunPod's format, or cannot be read.": 'hub.json ma format RunPod albo nie da się go odczytać.',
  'RunPod has no place for these, so they are gone: {0}.':
    'RunPod nie przewiduje tych pól, więc zostały usunięte: {0}.',
  '{0} is set by RunPod or the system, so it has to keep its name.':
    '{0} ustawia RunPod lub system, więc ta nazwa musi pozostać bez zmian.',
  '{0} is set by RunPod or the system.': '{0} ustawia RunPod lub system.',
  '{0} is no name for a variable: letters, digits and "_", and no digit first.':
    '{0} nie nadaje się na nazwę zmiennej: dozwolone są litery, cyfry i "_", a na początku nie może być cyfry.',
  '{0} has a variable {1} already.': '{0} ma już zmienną {1}.',
  'No RunPod worker was found.': 'Nie znaleziono workera RunPod.',
  'The file cannot be written here.': 'Tego pliku nie da się tu zapisać.',
};
