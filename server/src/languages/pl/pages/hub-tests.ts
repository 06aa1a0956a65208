import type { Bundle } from '../../../base/message';

export const hubTestsPages: Bundle = {
  'Beside `hub.json` the Hub looks for `tests.json`: jobs that it runs on the image of each release. This listing has none. In the\nprofile `hub` that is a warning, since the publishing guide demands the file; releases without one have been listed all the\nsame. A file that was renamed so that the Hub does not find it, such as `tests_.json`, is there on purpose. Load-balancing\nworkers take no jobs, so there is nothing to test.':
    'Obok `hub.json` Hub szuka `tests.json`: zadań, które uruchamia na obrazie każdego wydania. Ten wpis nie ma takiego pliku. W profilu `hub` to ostrzeżenie, bo przewodnik publikowania wymaga tego pliku; wydania bez niego mimo to trafiały do Huba. Plik, którego nazwę zmieniono tak, że Hub go nie znajduje, na przykład `tests_.json`, jest tam celowo. Workery z równoważeniem obciążenia nie przyjmują zadań, więc nie ma czego testować.',
  '**On RunPod** the release is listed without having been run once: a broken image shows only at your users.':
    '**Na RunPod** wydanie trafia do Huba, choć ani razu nie zostało uruchomione: zepsuty obraz wychodzi na jaw dopiero u użytkowników.',
  'The quick fix writes a `tests.json` with the job of `test_input.json`, else with one made of the keys that the handler reads,\nand with a timeout that leaves time for a model to load. Check the input and the timeout.':
    'Szybka poprawka tworzy `tests.json` z zadaniem z `test_input.json`, a w razie jego braku – z zadaniem złożonym z kluczy, które czyta handler, oraz z limitem czasu, który wystarcza na załadowanie modelu. Sprawdź wejście i limit czasu.',
  'The Hub reads `.runpod/tests.json` as strict JSON: no comments, no trailing commas. It is an object with a list under `tests`. A\nlist at the top is the format of another tool, the GitHub Action that reads `.github/tests.json`.':
    'Hub czyta `.runpod/tests.json` jako ścisły JSON: bez komentarzy i bez końcowych przecinków. Plik jest obiektem z listą pod `tests`. Lista na najwyższym poziomie to format innego narzędzia: akcji GitHub Actions, która czyta `.github/tests.json`.',
  '**On RunPod** the tests cannot be read: the release is not tested, and the listing stays behind at "Pending" or fails.':
    '**Na RunPod** testów nie da się odczytać: wydanie nie jest testowane, a wpis zatrzymuje się w stanie „Pending” albo kończy się niepowodzeniem.',
  '`tests.json` has an empty list of tests.': 'Lista testów w `tests.json` jest pusta.',
  '**On RunPod** the release is built and published without having run once. A missing package or a wrong path shows only at your\nusers.':
    '**Na RunPod** wydanie jest budowane i publikowane, choć ani razu nie zostało uruchomione. Brakujący pakiet lub błędna ścieżka wychodzą na jaw dopiero u użytkowników.',
  'One test with the smallest input that the handler answers is enough.':
    'Wystarczy jeden test z najmniejszym wejściem, na które handler odpowiada.',
  'A test has no `input`, or `null`. RunPod takes no job without an input. Keys such as `method` and `path` describe an HTTP request,\nwhich Hub tests cannot make.':
    'Test nie ma `input` albo ma w nim `null`. RunPod nie przyjmuje zadania bez wejścia. Klucze takie jak `method` i `path` opisują żądanie HTTP, a takich żądań testy Huba nie potrafią wysyłać.',
  '**On RunPod** the test fails, and with it the release.': '**Na RunPod** test nie przechodzi, a wraz z nim wydanie.',
  'Write into `input` what the handler reads from `job["input"]`.':
    'Wpisz do `input` to, co handler czyta z `job["input"]`.',
  'The input of a test is an empty object.': 'Wejście testu jest pustym obiektem.',
  '**On RunPod** the platform drops an empty input on the way. The worker logs `Job has missing field(s): id or input`, the handler is\nnever called, and the test ends with a timeout. Locally the same input works.':
    '**Na RunPod** platforma po drodze pomija puste wejście. Worker zapisuje w logu `Job has missing field(s): id or input`, handler w ogóle nie zostaje wywołany, a test przekracza limit czasu. Lokalnie to samo wejście działa.',
  'Give the handler something to read, if only `{ "ping": true }`.':
    'Daj handlerowi coś do odczytania, choćby `{ "ping": true }`.',
  'In a request to `/run` the payload is wrapped: `{ "input": { … } }`. In `tests.json` the field `input` already *is* that payload. Wrapped\nonce more, the handler gets `job["input"]["input"]`.':
    'W żądaniu do `/run` dane są opakowane: `{ "input": { … } }`. W `tests.json` pole `input` to już *są* te dane. Opakowane jeszcze raz, trafiają do handlera jako `job["input"]["input"]`.',
  '**On RunPod** the handler misses every field it looks for, answers with an error, and the test fails.':
    '**Na RunPod** handler nie znajduje żadnego z oczekiwanych pól, odpowiada błędem i test nie przechodzi.',
  'The `timeout` of a test counts **milliseconds**. A number below 1000 was meant as seconds: no worker starts, loads a model and\nanswers within one second. So were `1200`, `1800` or `3600`: that many seconds are twenty minutes, half an hour, an hour.':
    '`timeout` testu liczy się w **milisekundach**. Liczba poniżej 1000 miała oznaczać sekundy: w ciągu jednej sekundy żaden worker nie zdąży wystartować, załadować modelu i odpowiedzieć. Podobnie `1200`, `1800` i `3600`: tyle sekund to dwadzieścia minut, pół godziny i godzina.',
  '**On RunPod** the test is over before the worker is up, and the release fails for no visible reason.':
    '**Na RunPod** test dobiega końca, zanim worker wystartuje, i wydanie kończy się niepowodzeniem bez widocznego powodu.',
  'The time includes the cold start. `300000`, five minutes, is a good value for a worker that loads a model. A test without a\n`timeout` has 30 seconds: where the worker loads a model first, that is an information finding.':
    'Ten czas obejmuje zimny start. `300000`, czyli pięć minut, to dobra wartość dla workera, który ładuje model. Test bez `timeout` ma 30 sekund: jeśli worker najpierw ładuje model, jest to ustalenie informacyjne.',
  'Tests run on one machine, so `gpuTypeId` is the exact id of one GPU **type**, such as `NVIDIA GeForce RTX 4090`. Pools, which\n`gpuIds` in hub.json takes, are not types; nor are short names.':
    'Testy działają na jednej maszynie, więc `gpuTypeId` to dokładny identyfikator jednego **typu** GPU, na przykład `NVIDIA GeForce RTX 4090`. Pule, które przyjmuje `gpuIds` w hub.json, nie są typami; skrócone nazwy też nie.',
  '**On RunPod** no machine is found for the tests, and the release stays "Pending" or fails.':
    '**Na RunPod** Hub nie znajduje maszyny do testów, więc wydanie zostaje w stanie „Pending” albo kończy się niepowodzeniem.',
  'A common GPU is found soonest. RunPod adds types from time to time, so an unknown one is a warning.':
    'Najszybciej znajduje się maszyna z popularnym GPU. RunPod co pewien czas dodaje nowe typy, więc nieznany typ to ostrzeżenie.',
  'The Hub reads `name`, `input` and `timeout` of a test, and the machine under `config`. It compares no output: a test passes when the\njob does not fail, whatever it returns. `expected_output` belongs to other tools.':
    'Hub czyta `name`, `input` i `timeout` testu oraz maszynę pod `config`. Nie porównuje wyników: test jest zaliczony, gdy zadanie nie kończy się błędem, bez względu na to, co zwraca. `expected_output` należy do innych narzędzi.',
  '**On RunPod** the key has no effect. A test that should have caught a wrong answer passes.':
    '**Na RunPod** ten klucz nie ma żadnego skutku. Test, który powinien wychwycić złą odpowiedź, zostaje zaliczony.',
  'Let the handler return an `error` when the answer is wrong: that fails the test.':
    'Niech handler zwraca `error`, gdy odpowiedź jest zła: wtedy test nie przechodzi.',
  'The worker fails at each start, or in each job, without an environment variable: `os.environ["A"]` where nothing catches the\n`KeyError`, `int(os.getenv("A"))`, or a check that raises. Neither the Dockerfile nor `hub.json` gives it a value, and\n`config.env` of `tests.json` does not set it either.':
    'Bez zmiennej środowiskowej worker zawodzi przy każdym starcie albo w każdym zadaniu: przez `os.environ["A"]` tam, gdzie nic nie przechwytuje `KeyError`, przez `int(os.getenv("A"))` albo przez sprawdzenie, które zgłasza wyjątek. Wartości nie nadaje jej ani Dockerfile, ani `hub.json`; nie ustawia jej też `config.env` w `tests.json`.',
  '**On RunPod** the worker ends with a `KeyError` before it takes the first test, or fails it, and the release is not listed.':
    '**Na RunPod** worker kończy się błędem `KeyError`, zanim przyjmie pierwszy test, albo ten test nie przechodzi, i wydanie nie trafia do Huba.',
  'Set the variable in `config.env` of `tests.json`, never to a real secret: the file is public. Or give it a default in\n`hub.json`, or a fallback in the code.':
    'Ustaw zmienną w `config.env` w `tests.json`, ale nigdy na prawdziwy sekret: plik jest publiczny. Albo podaj jej wartość domyślną w `hub.json` lub wartość zastępczą w kodzie.',
};
