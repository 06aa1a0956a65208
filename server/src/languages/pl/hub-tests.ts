// Rules about tests.json, the Hub's tests.

import type { Bundle } from '../../base/message';

export const hubTests: Bundle = {
  // test-env-missing
  'The worker fails without a variable that the tests do not set.':
    'Worker zawodzi bez zmiennej, której testy nie ustawiają.',
  'The worker ends with a KeyError before or while it runs the first test, so the release is not listed.':
    'Worker kończy się błędem KeyError przed pierwszym testem lub w jego trakcie, więc wydanie nie trafia do Huba.',
  'The tests set every variable that the worker fails without.':
    'Testy ustawiają każdą zmienną, bez której worker zawodzi.',
  'The worker fails without {0}, which neither the image, hub.json nor these tests set.':
    'Worker zawodzi bez {0}, a tej zmiennej nie ustawia ani obraz, ani hub.json, ani te testy.',
  'It is read here.': 'Tutaj jest czytana.',
  'Set {0} for the tests, to fill in': 'Ustaw {0} dla testów, do uzupełnienia',

  // test-field-unknown
  'tests.json has a key that the Hub does not read.': 'W tests.json jest klucz, którego Hub nie czyta.',
  'It has no effect. The Hub compares no output: a test passes when the job does not fail.':
    'Nie ma to żadnego skutku. Hub nie porównuje wyników: test jest zaliczony, gdy zadanie nie kończy się błędem.',
  'tests.json has only keys that the Hub reads.': 'tests.json ma tylko klucze, które Hub czyta.',
  '"{0}" is not a field of {1}: the Hub does not read it.': '"{0}" nie jest polem {1}: Hub tego nie czyta.',
  '"{0}" is not a field of {1}: the Hub does not read it. Did you mean "{2}"?':
    '"{0}" nie jest polem {1}: Hub tego nie czyta. Może chodziło o "{2}"?',

  // test-gpu-unknown
  'The gpuTypeId of the tests is a pool, or no GPU type that RunPod documents.':
    'gpuTypeId testów jest pulą albo nie jest typem GPU opisanym przez RunPod.',
  'The Hub finds no machine to run the tests on, so the release stays Pending or fails.':
    'Hub nie znajduje maszyny do testów, więc wydanie zostaje w stanie Pending albo kończy się niepowodzeniem.',
  'The GPU type of the tests, where they name one, is one that RunPod has.':
    'Jeśli testy podają typ GPU, jest to typ, który RunPod ma.',
  '"{0}" is a GPU pool, but tests run on one GPU type, such as "{1}".':
    '"{0}" to pula GPU, a testy działają na jednym typie GPU, na przykład "{1}".',
  '"{0}" is no GPU type that RunPod documents.': '"{0}" nie jest typem GPU opisanym przez RunPod.',
  '"{0}" is no GPU type that RunPod documents. Did you mean "{1}"?':
    '"{0}" nie jest typem GPU opisanym przez RunPod. Może chodziło o "{1}"?',

  // test-input-absent
  'A test has no input.': 'Test nie ma wejścia.',
  'RunPod takes no job without input, so the test fails and the release is not listed.':
    'RunPod nie przyjmuje zadania bez wejścia, więc test nie przechodzi i wydanie nie trafia do Huba.',
  'Every test has an input.': 'Każdy test ma wejście.',
  'The test "{0}" has no input.': 'Test "{0}" nie ma wejścia.',

  // test-input-empty
  "A test's input is an empty object.": 'Wejście testu jest pustym obiektem.',
  'RunPod drops an empty input: the worker logs "Job has missing field(s): id or input" and the test times out.':
    'RunPod pomija puste wejście: worker zapisuje w logu „Job has missing field(s): id or input”, a test przekracza limit czasu.',
  'No test has an empty input.': 'Żaden test nie ma pustego wejścia.',
  'The input of the test "{0}" is empty: RunPod drops it, and the handler never gets the job.':
    'Wejście testu "{0}" jest puste: RunPod je pomija i handler nigdy nie dostaje zadania.',

  // test-input-wrapped
  'A test\'s input holds another "input", as an API request does.':
    'Wejście testu zawiera kolejne "input", tak jak żądanie do API.',
  'The handler gets {"input": …} as its job["input"], misses every field it looks for, and the test fails.':
    'Handler dostaje {"input": …} jako job["input"], nie znajduje żadnego z oczekiwanych pól i test nie przechodzi.',
  "No test's input is wrapped twice.": 'Wejście żadnego testu nie jest opakowane dwa razy.',
  '"input" is wrapped twice: RunPod hands the outer one to the handler as job["input"].':
    '"input" jest opakowane dwa razy: RunPod przekazuje handlerowi zewnętrzne jako job["input"].',
  'Unwrap the input': 'Rozpakuj wejście',

  // test-timeout-unit
  "A test's timeout is in seconds, where RunPod reads milliseconds; or there is none, and a model to load.":
    'Limit czasu testu podano w sekundach, a RunPod czyta milisekundy; albo nie ma go wcale, a jest model do załadowania.',
  'The test is over before the worker has started, so it fails and the release is not listed.':
    'Test kończy się, zanim worker wystartuje, więc nie przechodzi i wydanie nie trafia do Huba.',
  'The timeouts of the tests are in milliseconds.': 'Limity czasu testów są w milisekundach.',
  'The test "{0}" ends after {1} milliseconds: the timeout counts milliseconds, not seconds.':
    'Test "{0}" kończy się po {1} ms: limit czasu liczy się w milisekundach, a nie w sekundach.',
  'Without a timeout a test has {0} seconds, and this worker loads a model first.':
    'Bez podanego limitu test ma {0} s, a ten worker najpierw ładuje model.',
  'This test has no timeout either.': 'Ten test też nie ma limitu czasu.',
  'Add a timeout of {0} minutes': 'Dodaj limit czasu {0} min',

  // tests-empty
  'tests.json has no test.': 'W tests.json nie ma żadnego testu.',
  'The Hub releases the worker without having run it once: a broken image shows only at your users.':
    'Hub publikuje workera, nie uruchomiwszy go ani razu: zepsuty obraz wychodzi na jaw dopiero u użytkowników.',
  'The list of tests is not left empty.': 'Lista testów nie jest pusta.',
  'tests.json has no test: the Hub checks nothing.': 'W tests.json nie ma żadnego testu: Hub niczego nie sprawdza.',

  // tests-json-invalid
  'tests.json is not a strict JSON object with a list of tests.':
    'tests.json nie jest ścisłym obiektem JSON z listą testów.',
  'The Hub cannot read its tests, so the release is not tested and the listing stays behind.':
    'Hub nie może odczytać testów, więc wydanie nie jest testowane, a wpis pozostaje przy poprzednim.',
  'tests.json is strict JSON with a list of tests.': 'tests.json jest ścisłym JSON-em z listą testów.',
  'tests.json is a list, but RunPod reads an object with the list under "tests".':
    'tests.json jest listą, a RunPod czyta obiekt z listą pod "tests".',
  'tests.json must be an object with a list "tests".': 'tests.json musi być obiektem z listą "tests".',
  'tests.json has no "tests".': 'W tests.json nie ma "tests".',
  '"tests" must be a list of tests.': '"tests" musi być listą testów.',
  'A test must be an object with a name and an input.': 'Test musi być obiektem z nazwą i wejściem.',
  'Put the tests under "tests"': 'Przenieś testy pod "tests"',

  // tests-json-missing
  'The listing has no tests.json.': 'Wpis nie ma tests.json.',
  'The listing has a tests.json.': 'Wpis ma tests.json.',
  'There is no tests.json beside hub.json: the Hub runs no test before it releases the worker.':
    'Obok hub.json nie ma tests.json: Hub nie uruchamia żadnego testu, zanim opublikuje workera.',
};
