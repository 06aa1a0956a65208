// What completion and hover say in a worker's Python: keys for start and for schemas, methods of the logger, keys of the job.

import type { Bundle } from '../../base/message';

export const pythonCompletion: Bundle = {
  // The dictionary for start
  'default False': 'domyślnie False',
  'The function that is called with each job. Anything that takes one argument will do: a function, a method, a lambda.':
    'Funkcja wywoływana z każdym zadaniem. Może to być wszystko, co przyjmuje jeden argument: funkcja, metoda, lambda.',
  'An `async` function is awaited. What a generator yields is streamed.':
    'Na funkcję `async` SDK czeka przez await. To, co generator oddaje przez yield, trafia do strumienia.',
  'For a handler that yields: with `True`, `/run` and `/runsync` answer with a list of all that it yielded. Without it they answer with an empty list, and only `/stream` has the output.':
    'Dla handlera, który używa yield: przy wartości `True` odpowiedzią `/run` i `/runsync` jest lista wszystkiego, co oddał. Bez tego lista jest pusta, a wynik widać tylko w `/stream`.',
  'It does nothing for a handler that returns.': 'Przy handlerze, który zwraca wynik przez return, nic nie robi.',
  'With `True` the worker stops after each job, also after one that failed, so that every job begins on a fresh one. Each of them then waits for a cold start.':
    'Przy `True` worker zatrzymuje się po każdym zadaniu, także nieudanym, więc każde zadanie zaczyna na świeżym workerze. Każde czeka wtedy na zimny start.',
  'one job by default': 'domyślnie jedno zadanie',
  'A function that is given how many jobs this worker may take at once, and returns how many it may take from now on. It is asked before each look for jobs, must not be `async`, and must not return 0.':
    'Funkcja, która dostaje liczbę zadań, jakie worker może przyjąć naraz, i zwraca, ile może przyjmować odtąd. SDK pyta ją przed każdym pobraniem zadań; nie może być `async` ani zwracać 0.',
  'Of use only with an `async` handler that awaits: other handlers do one job after the other.':
    'Przydaje się tylko z handlerem `async`, który używa await: inne handlery wykonują zadania jedno po drugim.',
  'The SDK writes this key itself, from the command line. What you put here is lost.':
    'SDK samo ustawia ten klucz, na podstawie wiersza poleceń. To, co tu wpiszesz, przepadnie.',
  'The SDK writes this key itself. What you put here is lost.':
    'SDK samo ustawia ten klucz. To, co tu wpiszesz, przepadnie.',
  "For the SDK's own tests: on RunPod it is not read.": 'Do testów samego SDK: na RunPod nikt tego nie czyta.',
  'streams its output': 'strumieniuje wynik',
  'async function': 'funkcja async',
  'the same number each time': 'za każdym razem ta sama liczba',

  // Schemas
  'The Python type that the value must have: `str`, `int`, `float`, `bool`, `list` or `dict` itself, not its name as text.':
    'Typ Pythona, jaki musi mieć wartość: `str`, `int`, `float`, `bool`, `list` lub `dict`, sam typ, a nie jego nazwa jako tekst.',
  '`float` also takes whole numbers, and makes floats of them. `int` also takes `True` and `False`. What is inside of a list or a dictionary is not checked.':
    '`float` przyjmuje też liczby całkowite i zamienia je na float. `int` przyjmuje też `True` i `False`. Zawartość listy lub słownika nie jest sprawdzana.',
  'With `True`, a job without this key is refused. With `False`, it gets the default, which must then be there.':
    'Przy `True` zadanie bez tego klucza jest odrzucane. Przy `False` dostaje wartość domyślną, która musi być wtedy podana.',
  'A field that does not say it has every job refused.': 'Jeśli pole tego nie mówi, odrzucane jest każde zadanie.',
  'with required False': 'gdy required to False',
  'What the handler gets when a job has no such key. It may be `None`.':
    'To, co dostaje handler, gdy zadanie nie ma takiego klucza. Może to być `None`.',
  'A value of the same type as the default is not checked any further, not by `constraints` either.':
    'Wartość tego samego typu co domyślna nie jest dalej sprawdzana, także przez `constraints`.',
  optional: 'opcjonalne',
  'A function that is given the value and returns whether it is allowed.':
    'Funkcja, która dostaje wartość i zwraca, czy jest dozwolona.',
  'For a required key that a job lacks it is given `None`. Where the default has the type of the value it is not asked at all.':
    'Gdy zadaniu brakuje wymaganego klucza, dostaje `None`. Gdy wartość domyślna ma ten sam typ co wartość, nie jest w ogóle pytana.',
  'a text': 'tekst',
  'a whole number': 'liczba całkowita',
  'any number': 'dowolna liczba',
  'true or false': 'prawda lub fałsz',
  'a list': 'lista',
  'an object': 'obiekt',
  'a condition': 'warunek',
  'required key': 'wymagany klucz',
  'key with a default': 'klucz z wartością domyślną',

  // The logger
  "A message of more than 4096 characters loses its middle. With the job's id, RunPod shows the line with that job.":
    'Komunikat dłuższy niż 4096 znaków traci środek. Z identyfikatorem zadania RunPod pokazuje wpis przy tym zadaniu.',
  'Writes a line of the level INFO: what goes as it should.':
    'Zapisuje wpis poziomu INFO: to, co idzie zgodnie z planem.',
  'Writes a line of the level WARN: something unexpected that the job survives.':
    'Zapisuje wpis poziomu WARN: coś nieoczekiwanego, co nie przerywa zadania.',
  'Writes a line of the level ERROR: something that fails.': 'Zapisuje wpis poziomu ERROR: coś, co się nie udało.',
  'Writes a line of the level DEBUG. It is shown unless RUNPOD_LOG_LEVEL asks for less.':
    'Zapisuje wpis poziomu DEBUG. Widać go, o ile RUNPOD_LOG_LEVEL nie każe pokazywać mniej.',
  'Writes a line of the level TRACE. It is shown only with RUNPOD_LOG_LEVEL=TRACE.':
    'Zapisuje wpis poziomu TRACE. Widać go tylko przy RUNPOD_LOG_LEVEL=TRACE.',
  'Writes a line of the level that is given by name: TRACE, DEBUG, INFO, WARN or ERROR.':
    'Zapisuje wpis poziomu podanego z nazwy: TRACE, DEBUG, INFO, WARN lub ERROR.',
  'Writes the name of a secret with its first and last character, and stars between them, at the level INFO.':
    'Zapisuje na poziomie INFO nazwę sekretu z jego pierwszym i ostatnim znakiem oraz gwiazdkami pomiędzy.',
  'Lines below this level are not written from now on: NOTSET (nothing is written), TRACE, DEBUG, INFO, WARN or ERROR. Any other name raises `ValueError`.':
    'Od tej chwili wpisy poniżej tego poziomu nie są zapisywane: NOTSET (żadne nie są), TRACE, DEBUG, INFO, WARN lub ERROR. Każda inna nazwa kończy się błędem `ValueError`.',

  // The job
  'what was sent': 'to, co wysłano',
  'What the request has under `input`: an object with the keys that the handler wants. RunPod refuses an empty one.':
    'To, co żądanie ma pod `input`: obiekt z kluczami, których chce handler. Pustego RunPod nie przyjmuje.',
  "the job's id": 'identyfikator zadania',
  'Names the job in `/status` and in the logs. A local run has `local_test`.':
    'Wskazuje zadanie w `/status` i w logach. Przy uruchomieniu lokalnym to `local_test`.',
  'may be missing': 'może go nie być',
  'The address that RunPod calls with the result. Only jobs that were sent with one have it.':
    'Adres, na który RunPod wysyła wynik. Mają go tylko zadania, które z nim wysłano.',
};
