import type { Bundle } from '../../../base/message';

export const handlerPages: Bundle = {
  'The SDK calls the handler with one argument by place: the job, a dictionary with `id` and `input`. What it is called does not\nmatter, and more parameters are fine as long as each has a default. `(event, context)`, as on other platforms, does not work.':
    'SDK wywołuje handler z jednym argumentem pozycyjnym: zadaniem, czyli słownikiem z `id` i `input`. Nazwa argumentu nie ma znaczenia, a dalsze parametry są dozwolone, o ile każdy ma wartość domyślną. `(event, context)`, jak na innych platformach, nie działa.',
  '**On RunPod** the worker starts, takes jobs and looks healthy, but every job ends `FAILED` with a `TypeError` such as\n"handler() missing 1 required positional argument: \'context\'", before the first line of the handler runs.':
    "**Na RunPod** worker startuje, przyjmuje zadania i wygląda na sprawny, ale każde zadanie kończy się jako `FAILED` z błędem `TypeError`, na przykład „handler() missing 1 required positional argument: 'context'”, zanim wykona się pierwsza linia handlera.",
  'Take the job and nothing else; read what the caller sent from `job["input"]`. A method must be given to `start` bound to an\ninstance: `Worker().run`, not `Worker.run`.':
    'Przyjmuj zadanie i nic więcej, a dane przesłane przez wywołującego czytaj z `job["input"]`. Metoda przekazywana do `start` musi być związana z instancją: `Worker().run`, nie `Worker.run`.',
  'Handlers under a decorator that may change their parameters, and those that the text does not tell, are left alone.':
    'Handlery z dekoratorem, który może zmieniać ich parametry, oraz te, których nie da się ustalić z samego kodu, są pomijane.',
  'The handler reads `job["prompt"]`. The job is an envelope: `id`, `input` and a few keys of the platform. What the caller sent is in `job["input"]`.':
    'Handler czyta `job["prompt"]`. Zadanie to koperta: `id`, `input` i kilka kluczy platformy. Dane przesłane przez wywołującego są w `job["input"]`.',
  '**What you will see on RunPod:** `FAILED` with `KeyError: \'prompt\'`, though the request holds a prompt. With `job.get("prompt")` there is no error at all: the handler goes on with `None` or a default, and every job gets the same answer.':
    '**Co zobaczysz na RunPod:** `FAILED` z `KeyError: \'prompt\'`, mimo że w żądaniu jest prompt. Przy `job.get("prompt")` nie ma żadnego błędu: handler pracuje dalej na `None` lub wartości domyślnej i każde zadanie dostaje tę samą odpowiedź.',
  '**How to put it right:** read the key from `job["input"]`.':
    '**Jak to naprawić:** czytaj ten klucz z `job["input"]`.',
  'Neither the handler nor anything that it calls with the job looks at `job["input"]`.':
    'Ani handler, ani żadna funkcja, którą wywołuje z zadaniem jako argumentem, nie zagląda do `job["input"]`.',
  '**What you will see on RunPod:** jobs are `COMPLETED` with the same output, whatever is sent. Callers still have to send an input: RunPod drops a job without one.':
    '**Co zobaczysz na RunPod:** zadania kończą się jako `COMPLETED` z tym samym wynikiem, cokolwiek zostanie wysłane. Wejście i tak trzeba wysyłać: zadanie bez wejścia RunPod odrzuca.',
  '**How to put it right:** read what the job needs from `job["input"]`. Where a worker really needs nothing, as a scheduled one may, ignore this rule there and say why.':
    '**Jak to naprawić:** czytaj z `job["input"]` to, czego zadanie potrzebuje. Jeśli worker naprawdę niczego nie potrzebuje, co może się zdarzyć przy uruchamianiu według harmonogramu, wycisz tam tę regułę i napisz dlaczego.',
  '`job["input"]["prompt"]` is read as if it were always there: no default, no test, no `try`, no validation.':
    '`job["input"]["prompt"]` jest czytane tak, jakby klucz zawsze istniał: bez wartości domyślnej, sprawdzenia, `try` ani walidacji.',
  "**What you will see on RunPod:** a job without the key is `FAILED`, and its error is a traceback that ends in `KeyError: 'prompt'`. Whoever sent the job has to guess what is expected, and which other keys are.":
    "**Co zobaczysz na RunPod:** zadanie bez tego klucza kończy się jako `FAILED`, a jego błąd to ślad stosu zakończony `KeyError: 'prompt'`. Kto wysłał zadanie, musi zgadywać, czego oczekiwano i jakie jeszcze klucze są potrzebne.",
  '**How to put it right:** check the input first, best with `rp_validator.validate` and a schema, and answer with an `error` that says what is missing. Where a default makes sense, read with `.get(…)`.':
    '**Jak to naprawić:** najpierw sprawdź wejście, najlepiej przez `rp_validator.validate` ze schematem, i odpowiedz `error` z informacją, czego brakuje. Tam, gdzie wartość domyślna ma sens, czytaj przez `.get(…)`.',
  "The SDK's `rp_validator.validate` wants of every key a `type` that is a Python type and a `required`, and a `default` where `required` is `False`. Whatever is missing turns against jobs. Constraints of a key whose default is of the same type are never looked at.":
    '`rp_validator.validate` z SDK wymaga dla każdego klucza `type`, który jest typem Pythona, i `required`, a przy `required` równym `False` także `default`. Każdy brak uderza w zadania. Ograniczenia klucza, którego wartość domyślna jest tego samego typu, nigdy nie są sprawdzane.',
  '**What you will see on RunPod:** every job ends with `prompt is a required input.`, though it has a prompt; or each one without `steps` ends with `Schema error, missing default value for steps.`; or a job is `FAILED` with `TypeError: isinstance() arg 2 must be a type`. With dead constraints the opposite: `steps: -5` goes through.':
    '**Co zobaczysz na RunPod:** każde zadanie kończy się komunikatem `prompt is a required input.`, choć ma prompt; albo każde bez `steps` kończy się komunikatem `Schema error, missing default value for steps.`; albo zadanie kończy się jako `FAILED` z `TypeError: isinstance() arg 2 must be a type`. Przy martwych ograniczeniach odwrotnie: `steps: -5` przechodzi.',
  '**How to put it right:** say all three. For limits of a key with a default, compare the value yourself after the validation.':
    '**Jak to naprawić:** podaj wszystkie trzy. Limity klucza z wartością domyślną sprawdzaj po walidacji własnym porównaniem.',
  '`validate()` gives either `{"validated_input": …}` or `{"errors": […]}`. The code takes `validated_input` without a look at `errors`.':
    '`validate()` zwraca albo `{"validated_input": …}`, albo `{"errors": […]}`. Kod bierze `validated_input`, nie zaglądając do `errors`.',
  "**What you will see on RunPod:** for an input that does not fit, the job is `FAILED` with `KeyError: 'validated_input'`. What was wrong with the input, the validator knew, and nobody is told.":
    "**Co zobaczysz na RunPod:** przy niepasującym wejściu zadanie kończy się jako `FAILED` z `KeyError: 'validated_input'`. Walidator wiedział, co było nie tak z wejściem, ale nikt się tego nie dowiaduje.",
  '**How to put it right:** answer with the errors first.': '**Jak to naprawić:** najpierw zwróć w odpowiedzi błędy.',
  '`sys.exit()`, `exit()` or `os._exit()` on the job path. The SDK catches exceptions of a handler, but `SystemExit` is none of those it catches, and `os._exit()` raises nothing.':
    '`sys.exit()`, `exit()` lub `os._exit()` na drodze zadania. SDK przechwytuje wyjątki handlera, ale `SystemExit` nie należy do tych, które przechwytuje, a `os._exit()` niczego nie zgłasza.',
  '**What you will see on RunPod:** the worker process ends. The job is never answered and runs into its timeout, and so does every other job that this worker had taken.':
    '**Co zobaczysz na RunPod:** proces workera się kończy. Zadanie nigdy nie dostaje odpowiedzi i przekracza limit czasu, a z nim każde inne zadanie, które ten worker zdążył przyjąć.',
  '**How to put it right:** answer the job: return `{"error": …}` or raise an exception. To have a fresh worker for the next job there is `refresh_worker`.':
    '**Jak to naprawić:** odpowiedz na zadanie: zwróć `{"error": …}` albo zgłoś wyjątek. Jeśli następne zadanie ma dostać świeżego workera, służy do tego `refresh_worker`.',
  '`asyncio.run()` or `loop.run_until_complete()` on the job path. The SDK calls every handler, a plain `def` too, from its own running event loop, and Python allows one running loop a thread.':
    '`asyncio.run()` lub `loop.run_until_complete()` na drodze zadania. SDK wywołuje każdy handler, także zwykłe `def`, z własnej działającej pętli zdarzeń, a Python dopuszcza jedną działającą pętlę na wątek.',
  '**What you will see on RunPod:** each job that comes to the line ends in `FAILED` with a `RuntimeError` such as `asyncio.run() cannot be called from a running event loop`. It looks the same in a local run with `--test_input`.':
    '**Co zobaczysz na RunPod:** każde zadanie, które dotrze do tej linii, kończy się jako `FAILED` z błędem `RuntimeError`, na przykład `asyncio.run() cannot be called from a running event loop`. Tak samo wygląda to w uruchomieniu lokalnym z `--test_input`.',
  '**How to put it right:** make the handler `async def` and `await`. The SDK awaits it. A loop of its own is fine in a thread (`asyncio.to_thread`), and before `start()`.':
    '**Jak to naprawić:** zrób z handlera `async def` i użyj `await`. SDK poczeka na jego wynik. Własna pętla nie przeszkadza w wątku (`asyncio.to_thread`) ani przed `start()`.',
  'An import or an assignment anywhere in a function makes that name local to the whole function. A line above it that reads the name\ndoes not get the one from the top of the file: it gets an `UnboundLocalError`.':
    'Import lub przypisanie w dowolnym miejscu funkcji sprawia, że nazwa jest lokalna w całej funkcji. Linia powyżej, która czyta tę nazwę, nie sięga do tej z początku pliku, lecz zgłasza `UnboundLocalError`.',
  '**On RunPod** the job fails whenever it comes to this line. More often an `except Exception` around it swallows the error, the\nfunction returns its fallback, and the feature has never worked.':
    '**Na RunPod** zadanie kończy się błędem za każdym razem, gdy dotrze do tej linii. Częściej jednak otaczające ją `except Exception` połyka błąd, funkcja zwraca wartość zastępczą, a funkcjonalność nigdy nie działała.',
  'Move the import to the top of the function or of the file. For a counter or another global value, declare `global name` first.':
    'Przenieś import na początek funkcji lub pliku. W przypadku licznika lub innej wartości globalnej najpierw zadeklaruj `global name`.',
  'A handler that contains `yield` is a generator: the SDK streams what it yields and drops what it returns, also when that is an error.':
    'Handler, który zawiera `yield`, jest generatorem: SDK strumieniuje to, co wychodzi przez yield, a wartość z return odrzuca, także gdy jest nią błąd.',
  '**What you will see on RunPod:** the job is `COMPLETED` and the value is missing: an empty list, or only what was yielded before. An error that was returned looks like success.':
    '**Co zobaczysz na RunPod:** zadanie kończy się jako `COMPLETED`, a wartości nie ma: jest pusta lista albo tylko to, co wcześniej wyszło przez yield. Błąd zwrócony przez return wygląda jak sukces.',
  '**How to put it right:** `yield` the value. To end a stream with a failure, yield `{"error": …}` or raise.':
    '**Jak to naprawić:** oddaj wartość przez `yield`. Aby zakończyć strumień niepowodzeniem, oddaj przez yield `{"error": …}` albo zgłoś wyjątek.',
  'The handler returns a generator, or is an instance whose `__call__` yields. The SDK streams a handler only when the handler itself is a generator function.':
    'Handler zwraca generator albo jest instancją, której `__call__` używa yield. SDK strumieniuje odpowiedź tylko wtedy, gdy sam handler jest funkcją generatora.',
  '**What you will see on RunPod:** the job is never answered and runs into its timeout; the log says `Object of type generator is not JSON serializable`. A local run prints the generator object and exits with 0.':
    '**Co zobaczysz na RunPod:** zadanie nigdy nie dostaje odpowiedzi i przekracza limit czasu; w logu jest `Object of type generator is not JSON serializable`. Uruchomienie lokalne wypisuje obiekt generatora i kończy się kodem 0.',
  '**How to put it right:** `yield from` it, or return a list.':
    '**Jak to naprawić:** użyj `yield from` albo zwróć listę.',
};
