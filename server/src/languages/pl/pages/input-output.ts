import type { Bundle } from '../../../base/message';

export const inputOutputPages: Bundle = {
  'The job fails, and the answer says so in its own words: `"status": "error"`, `"success": False`, `"errors": […]`, a text. RunPod reads none of them. Only a non-empty `error` at the top of the returned or yielded dictionary, or an exception that leaves the handler, makes a job fail.':
    'Zadanie się nie udaje, a odpowiedź mówi o tym po swojemu: `"status": "error"`, `"success": False`, `"errors": […]` lub zwykły tekst. RunPod nie czyta żadnej z tych form. Zadanie kończy się błędem tylko wtedy, gdy niepuste `error` jest na najwyższym poziomie słownika zwróconego przez return lub yield albo gdy z handlera wydostanie się wyjątek.',
  "**What you will see on RunPod:** the job is `COMPLETED`. Dashboards and alerts count a success, webhooks and clients that look at the job's status go on with the failure as if it were a result, and a Hub test passes that should not.":
    '**Co zobaczysz na RunPod:** zadanie ma status `COMPLETED`. Dashboardy i alerty liczą je jako udane, webhooki i klienci sprawdzający status zadania traktują niepowodzenie jak wynik i działają dalej, a test Huba przechodzi, choć nie powinien.',
  "**How to put it right:** put what went wrong under `error`, at the top. The other keys may stay: they still arrive as the job's output. Or raise an exception; then the SDK adds the traceback.":
    '**Jak to naprawić:** wpisz do `error` na najwyższym poziomie, co się nie udało. Pozostałe klucze mogą zostać: nadal docierają jako wynik zadania. Możesz też zgłosić wyjątek; wtedy SDK dołącza ślad stosu.',
  'The handler catches every exception and answers with nothing: it ends behind the `except`, or returns `None`, `False` or something empty.':
    'Handler przechwytuje każdy wyjątek i nie zwraca żadnej odpowiedzi: kończy się po `except` albo zwraca `None`, `False` lub coś pustego.',
  "**What you will see on RunPod:** the job is `COMPLETED`, and its output is `null` or empty. The client cannot tell that it failed; only whoever reads the worker's log can.":
    '**Co zobaczysz na RunPod:** zadanie ma status `COMPLETED`, a jego wynikiem jest `null` lub pusta wartość. Klient nie pozna, że zadanie się nie udało; dowie się tego tylko ten, kto czyta log workera.',
  '**How to put it right:** return `{"error": …}` from the `except`, or do not catch: the SDK makes an error of every exception that leaves the handler, with its traceback.':
    '**Jak to naprawić:** zwróć `{"error": …}` w gałęzi `except` albo nie przechwytuj wyjątku: SDK zamienia każdy wyjątek, który wydostanie się z handlera, w błąd ze śladem stosu.',
  'Nothing on the way of a job catches an error: neither the handler nor anything that it calls. The SDK does catch what the handler raises, so the worker lives on. Only in the profile `strict`.':
    'Nic na drodze zadania nie przechwytuje błędów: ani handler, ani nic, co on wywołuje. SDK przechwytuje wprawdzie wyjątki handlera, więc worker działa dalej. Tylko w profilu `strict`.',
  '**What you will see on RunPod:** the job is `FAILED`, and its error is a Python traceback with files and lines of the image instead of something that a caller can act on.':
    '**Co zobaczysz na RunPod:** zadanie ma status `FAILED`, a jego błąd to ślad stosu Pythona z plikami i liniami z obrazu zamiast informacji, z którą wywołujący mógłby coś zrobić.',
  '**How to put it right:** catch what can be expected to fail, and answer with an `error` of your own.':
    '**Jak to naprawić:** przechwyć to, co w przewidywalny sposób może się nie udać, i zwróć `error` z własną treścią.',
  'The whole error that a job is answered with is `str(e)`. Only in the profile `strict`.':
    'Błąd zwracany w odpowiedzi to wyłącznie `str(e)`. Tylko w profilu `strict`.',
  "**What you will see on RunPod:** the job is `FAILED` with an error such as `'prompt'`, which is all that the text of a `KeyError` says. Callers cannot tell their own mistakes from the worker's.":
    "**Co zobaczysz na RunPod:** zadanie ma status `FAILED` z błędem takim jak `'prompt'`, bo tylko tyle mówi tekst wyjątku `KeyError`. Wywołujący nie odróżni własnych błędów od błędów workera.",
  '**How to put it right:** answer with the type as well, or with a code of your own. `error` may be any JSON value.':
    '**Jak to naprawić:** podaj w odpowiedzi także typ albo własny kod. `error` może być dowolną wartością JSON.',
  'The answer holds something that has no form in JSON: bytes, a set, an array or tensor, a picture, a date, a path, an exception, an open file, a generator, an object of a class.':
    'Odpowiedź zawiera coś, czego nie da się zapisać w JSON: bajty, zbiór, tablicę lub tensor, obraz, datę, ścieżkę, wyjątek, otwarty plik, generator, obiekt klasy.',
  '**What you will see on RunPod:** the handler ends without an error, the log says `Error while returning job result. | Object of type … is not JSON serializable`, and nothing is sent: the job stays `IN_PROGRESS` until it times out. A local test run ends with exit code 0, since it never makes JSON of the answer.':
    '**Co zobaczysz na RunPod:** handler kończy się bez błędu, w logu jest `Error while returning job result. | Object of type … is not JSON serializable` i nic nie zostaje wysłane: zadanie pozostaje w stanie `IN_PROGRESS` aż do przekroczenia limitu czasu. Test lokalny kończy się kodem wyjścia 0, bo w ogóle nie zamienia odpowiedzi na JSON.',
  '**How to put it right:** turn the value into text, numbers, lists or dictionaries before it goes into the answer: `str(…)`, `.tolist()`, `.isoformat()`, `list(…)`, `dataclasses.asdict(…)`, base64 with `.decode()`.':
    '**Jak to naprawić:** zanim wartość trafi do odpowiedzi, zamień ją na tekst, liczby, listy lub słowniki: `str(…)`, `.tolist()`, `.isoformat()`, `list(…)`, `dataclasses.asdict(…)`, base64 z `.decode()`.',
  'The handler returns an HTTP status beside its answer, as in Flask: `return {…}, 400`. A RunPod handler is not a web handler: nothing reads the number.':
    'Handler zwraca obok odpowiedzi status HTTP, jak we Flasku: `return {…}, 400`. Handler RunPod nie jest handlerem WWW: nic tej liczby nie czyta.',
  '**What you will see on RunPod:** the job is `COMPLETED`, also with a 400 or 500, and its output is a list: `[{…}, 400]`. Whoever reads `output["image"]` gets an error of their own.':
    '**Co zobaczysz na RunPod:** zadanie ma status `COMPLETED`, także przy 400 lub 500, a jego wynikiem jest lista: `[{…}, 400]`. Kto czyta `output["image"]`, dostaje błąd u siebie.',
  '**How to put it right:** return the answer alone. Say that the job failed with a non-empty `error` at the top of the dictionary, or raise an exception.':
    '**Jak to naprawić:** zwróć samą odpowiedź. O niepowodzeniu zadania poinformuj niepustym `error` na najwyższym poziomie słownika albo zgłoś wyjątek.',
  'The handler returns `{"output": …}` and nothing else. RunPod puts whatever the handler returns under `output` itself.':
    'Handler zwraca `{"output": …}` i nic więcej. RunPod sam umieszcza pod `output` wszystko, co handler zwraca.',
  '**What you will see on RunPod:** the result is one level too deep: `{"output": {"output": …}}`. Clients have to read `output.output`, and generic tools show a dictionary with one key.':
    '**Co zobaczysz na RunPod:** wynik jest o jeden poziom za głęboko: `{"output": {"output": …}}`. Klienci muszą czytać `output.output`, a narzędzia ogólnego przeznaczenia pokazują słownik z jednym kluczem.',
  '**How to put it right:** return what is inside. Clients that already read the two levels have to change with it.':
    '**Jak to naprawić:** zwróć to, co jest w środku. Klientów, którzy już czytają oba poziomy, trzeba zmienić razem z handlerem.',
  '`refresh_worker` stands inside another dictionary, or in what a streaming handler yields. The SDK reads it only at the top of the dictionary that a handler returns.':
    '`refresh_worker` jest wewnątrz innego słownika albo w tym, co handler strumieniujący oddaje przez yield. SDK czyta ten klucz tylko na najwyższym poziomie słownika zwracanego przez handler.',
  '**What you will see on RunPod:** the worker is not refreshed. Memory and files of this job are still there in the next one, and the client finds the key in its output.':
    '**Co zobaczysz na RunPod:** worker nie jest odświeżany. Następne zadanie zastaje pamięć i pliki po poprzednim, a klient znajduje ten klucz w wyniku.',
  '**How to put it right:** put the key at the top of the returned dictionary. A streaming handler cannot return one: give `start()` the key `"refresh_worker": True`, which refreshes the worker behind every job.':
    '**Jak to naprawić:** umieść klucz na najwyższym poziomie zwracanego słownika. Handler strumieniujący nie może takiego słownika zwrócić: podaj w `start()` klucz `"refresh_worker": True`, który odświeża workera po każdym zadaniu.',
  'The handler puts a picture, a video, a sound or another file into its answer as base64, and nothing on the way looks at its size or uploads it instead. Base64 makes a file a third larger. `/run` takes 10 MB, `/runsync` 20 MB.':
    'Handler umieszcza w odpowiedzi obraz, wideo, dźwięk lub inny plik jako base64, a nic po drodze nie sprawdza jego rozmiaru ani nie przesyła go osobno. Base64 powiększa plik o jedną trzecią. `/run` przyjmuje 10 MB, `/runsync` 20 MB.',
  '**What you will see on RunPod:** small inputs work. With a larger one the job does all of its work, the platform refuses the answer, the log says "Failed to return job results", and the job ends without its result. The local test does not show it.':
    '**Co zobaczysz na RunPod:** przy małych wejściach wszystko działa. Przy większym zadanie wykonuje całą pracę, platforma odrzuca odpowiedź, w logu jest „Failed to return job results”, a zadanie kończy się bez wyniku. Test lokalny tego nie pokazuje.',
  '**How to put it right:** compare the size of the encoded text, and answer with an `error` that says so; or upload large files to a bucket (`rp_upload`, `boto3`) and answer with their address.':
    '**Jak to naprawić:** sprawdź rozmiar zakodowanego tekstu i przy zbyt dużym zwróć `error` z taką informacją; albo przesyłaj duże pliki do bucketu (`rp_upload`, `boto3`) i zwracaj ich adresy.',
  "`runpod.serverless.progress_update` takes the whole job as it came to the handler, and what to tell. With the job's id or its input it raises, and the job fails. An update right before `return` is sent beside the answer, and may arrive after it.":
    '`runpod.serverless.progress_update` przyjmuje całe zadanie w postaci, w jakiej dostał je handler, oraz treść do przekazania. Z identyfikatorem zadania lub jego wejściem wywołanie zgłasza wyjątek i zadanie kończy się błędem. Informacja wysłana tuż przed `return` wychodzi równolegle z odpowiedzią i może dotrzeć po niej.',
  "**What you will see on RunPod:** the job is `FAILED` with `TypeError: string indices must be integers` for the id, or with `KeyError: 'id'` for the input. After a late update the job shows `IN_PROGRESS` for a while although it has ended.":
    "**Co zobaczysz na RunPod:** zadanie ma status `FAILED` z `TypeError: string indices must be integers` przy identyfikatorze albo z `KeyError: 'id'` przy wejściu. Po spóźnionej informacji zadanie przez chwilę ma stan `IN_PROGRESS`, choć się zakończyło.",
  '**How to put it right:** pass `job`. Leave out the last update: the answer says the same.':
    '**Jak to naprawić:** przekaż `job`. Pomiń ostatnią informację: odpowiedź mówi to samo.',
};
