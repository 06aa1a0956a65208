import type { Bundle } from '../../../base/message';

export const localTestingPages: Bundle = {
  'There is no `test_input.json`, no test imports the worker, and nothing in it calls the handler.':
    'Nie ma `test_input.json`, żaden test nie importuje workera i nic w workerze nie wywołuje handlera.',
  '**What you will see:** `python handler.py` on your own machine answers `test_input.json not found, exiting.` and ends with code 1. The handler runs for the first time on RunPod, after a build and a cold start, and each slip costs another round of them.':
    '**Co zobaczysz:** `python handler.py` na własnym komputerze odpowiada `test_input.json not found, exiting.` i kończy się kodem 1. Handler po raz pierwszy wykonuje się na RunPod, po budowaniu obrazu i zimnym starcie, a każda pomyłka kosztuje kolejną taką rundę.',
  '**How to put it right:** put a `test_input.json` with one job into the folder that you start the worker from. The quick fix writes it from the keys that the handler reads, with values for you to fill in. `--test_input` and `--rp_serve_api` are other ways.':
    '**Jak to naprawić:** umieść `test_input.json` z jednym zadaniem w folderze, z którego uruchamiasz workera. Szybka poprawka tworzy go z kluczy, które czyta handler, z wartościami do uzupełnienia. Inne sposoby to `--test_input` i `--rp_serve_api`.',
  '`test_input.json` holds one job for a start without RunPod: a strict JSON object with an `input` that is not null.':
    '`test_input.json` zawiera jedno zadanie na potrzeby startu poza RunPod: ścisły obiekt JSON z kluczem `input` o wartości innej niż null.',
  "**What you will see:** the worker ends before the handler is called: with `json.decoder.JSONDecodeError` (a comment, a trailing comma, a byte order mark), with `AttributeError: 'list' object has no attribute 'get'`, or with `Job has no input parameter. Unable to run.`":
    "**Co zobaczysz:** worker kończy się, zanim wywoła handler: błędem `json.decoder.JSONDecodeError` (komentarz, przecinek na końcu, znacznik BOM), błędem `AttributeError: 'list' object has no attribute 'get'` lub komunikatem `Job has no input parameter. Unable to run.`",
  '**How to put it right:** write strict JSON, and put what the handler finds in `job["input"]` under `input`.':
    '**Jak to naprawić:** zapisz ścisły JSON, a to, co handler ma znaleźć w `job["input"]`, umieść pod `input`.',
  "The handler takes a key out of the input in every job, without a default and without anything that catches its absence, or the\nschema that it hands to the SDK's `validate` requires the key. The input of a test in `tests.json`, or that of\n`test_input.json`, does not have it.":
    'Handler w każdym zadaniu czyta klucz z wejścia, bez wartości domyślnej i bez niczego, co przechwyciłoby jego brak, albo tego klucza wymaga schemat, który handler przekazuje do `validate` z SDK. Tego klucza brakuje w wejściu testu z `tests.json` lub w wejściu z `test_input.json`.',
  '**On RunPod** the test fails with a `KeyError`, and the release is not listed. Locally the first start ends with the same error.':
    '**Na RunPod** test kończy się błędem `KeyError`, a wydanie nie zostaje opublikowane w Hubie. Lokalnie pierwszy start kończy się tym samym błędem.',
  'Add the key.': 'Dodaj ten klucz.',
  '`test_input.json` lies beside the handler, in a folder below the one that the worker is started from. The SDK looks in the current folder, not beside the file.':
    '`test_input.json` leży obok handlera, w folderze poniżej tego, z którego uruchamia się workera. SDK szuka w bieżącym folderze, a nie obok pliku.',
  '**What you will see:** `python src/handler.py` answers `test_input.json not found, exiting.` and ends with code 1, though the file seems to be where it belongs.':
    '**Co zobaczysz:** `python src/handler.py` odpowiada `test_input.json not found, exiting.` i kończy się kodem 1, choć plik wydaje się leżeć na swoim miejscu.',
  '**How to put it right:** move `test_input.json` to the folder that you start the worker from, mostly the top of the repository.':
    '**Jak to naprawić:** przenieś `test_input.json` do folderu, z którego uruchamiasz workera, zwykle do głównego folderu repozytorium.',
  'The worker calls `parse_args()` before `runpod.serverless.start()`. The SDK reads its own flags (`--test_input`, `--rp_serve_api`, …) inside `start()`, but `argparse` ends the program on flags that it does not know.':
    'Worker wywołuje `parse_args()` przed `runpod.serverless.start()`. SDK czyta własne flagi (`--test_input`, `--rp_serve_api`, …) wewnątrz `start()`, ale `argparse` kończy program przy flagach, których nie zna.',
  '**What you will see:** `python handler.py --test_input \'{"input": {}}\'` ends at once with `error: unrecognized arguments: --test_input` and exit code 2. On RunPod, where no flags are given, it works.':
    '**Co zobaczysz:** `python handler.py --test_input \'{"input": {}}\'` od razu kończy się komunikatem `error: unrecognized arguments: --test_input` i kodem wyjścia 2. Na RunPod, gdzie nie podaje się żadnych flag, wszystko działa.',
  '**How to put it right:** `parse_known_args()` leaves unknown flags alone.':
    '**Jak to naprawić:** `parse_known_args()` zostawia nieznane flagi w spokoju.',
};
