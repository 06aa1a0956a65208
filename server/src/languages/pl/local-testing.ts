// Rules about testing on the developer's own machine.

import type { Bundle } from '../../base/message';

export const localTesting: Bundle = {
  // own-argument-parser
  'The worker parses the command line itself, before start(), and refuses the flags of the SDK.':
    'Worker sam parsuje wiersz poleceń przed start() i odrzuca flagi SDK.',
  'The worker cannot be tested locally: --test_input and --rp_serve_api end in "unrecognized arguments" with exit code 2.':
    'Workera nie da się przetestować lokalnie: --test_input i --rp_serve_api kończą się komunikatem „unrecognized arguments” i kodem wyjścia 2.',
  "The SDK's flags for local tests get through to it.": 'Flagi SDK do testów lokalnych docierają do SDK.',
  'parse_args() ends the program on --test_input and --rp_serve_api, which start() would read.':
    'parse_args() kończy program przy --test_input i --rp_serve_api, które odczytałoby start().',
  "Pass over the SDK's flags with parse_known_args()": 'Przepuść flagi SDK przez parse_known_args()',

  // test-input-invalid
  'test_input.json is not a strict JSON object with an input.':
    'test_input.json nie jest ścisłym obiektem JSON z wejściem.',
  'Started locally, the worker ends with a JSONDecodeError or with "Job has no input parameter" before it calls the handler.':
    'Uruchomiony lokalnie worker kończy się błędem JSONDecodeError lub komunikatem „Job has no input parameter”, zanim wywoła handler.',
  'test_input.json is one job with an input.': 'test_input.json zawiera jedno zadanie z wejściem.',
  'Take the job out of the list': 'Wyjmij zadanie z listy',
  'test_input.json holds one job, an object with "input", not a list.':
    'test_input.json zawiera jedno zadanie, czyli obiekt z "input", a nie listę.',
  'test_input.json must be an object with "input".': 'test_input.json musi być obiektem z "input".',
  '"input" is null: the local start takes it for missing.':
    '"input" ma wartość null: start lokalny uznaje, że go brakuje.',
  'test_input.json has no "input".': 'W test_input.json nie ma "input".',
  'Put it all under "input"': 'Przenieś wszystko pod "input"',

  // test-input-misplaced
  'test_input.json lies beside the handler, but the worker is started from another folder.':
    'test_input.json leży obok handlera, ale worker jest uruchamiany z innego folderu.',
  'The SDK looks in the current folder only: the worker says "test_input.json not found" and exits.':
    'SDK szuka tylko w bieżącym folderze: worker pisze „test_input.json not found” i kończy działanie.',
  'No test_input.json lies where a local start does not look for it.':
    'Żaden test_input.json nie leży tam, gdzie start lokalny go nie szuka.',
  'Started from {0}, as the image does it, this looks for {1} there and not in {2}/.':
    'Uruchomiony z {0}, tak jak robi to obraz, kod szuka {1} właśnie tam, a nie w {2}/.',

  // test-input-missing
  'There is no test_input.json, and nothing in the worker calls the handler to test it.':
    'Nie ma test_input.json i nic w workerze nie wywołuje handlera, aby go przetestować.',
  'Started on a developer\'s machine the worker says "test_input.json not found, exiting." The first job is run in the cloud, after a build of many minutes.':
    'Uruchomiony na komputerze programisty worker pisze „test_input.json not found, exiting.” Pierwsze zadanie wykonuje się dopiero w chmurze, po wielu minutach budowania obrazu.',
  'The worker can be tried out locally.': 'Workera da się wypróbować lokalnie.',
  'Started without RunPod, this looks for test_input.json and ends: the worker has none.':
    'Uruchomiony poza RunPod kod szuka test_input.json i kończy działanie: worker nie ma tego pliku.',

  // test-input-incomplete
  'An input to test with lacks a key that every job must have.':
    'W wejściu testowym brakuje klucza, który musi mieć każde zadanie.',
  'The handler fails on it: the local start ends with an error, and a test of the Hub keeps the release from being listed.':
    'Handler na nim zawodzi: start lokalny kończy się błędem, a test Huba wstrzymuje publikację wydania.',
  'Every input to test with has the keys that a job must have.':
    'Każde wejście testowe ma klucze, które musi mieć zadanie.',
  'The handler fails without {0}, which this input does not have.':
    'Handler zawodzi bez {0}, a w tym wejściu tego klucza nie ma.',
  '"{0}" is read here.': '"{0}" jest czytane tutaj.',
  '"{0}" is required here.': '"{0}" jest tu wymagane.',
  'Add what is missing, to fill in': 'Dodaj to, czego brakuje, do uzupełnienia',
};
