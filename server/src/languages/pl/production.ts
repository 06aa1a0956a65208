// Rules about readiness for production.

import type { Bundle } from '../../base/message';

export const production: Bundle = {
  // files-left-behind
  'Every job writes a file of its own, and nothing in the worker removes files.':
    'Każde zadanie zapisuje własny plik, a nic w workerze plików nie usuwa.',
  'A worker that stays warm serves thousands of jobs: at last its disk is full, and every job on it fails.':
    'Rozgrzany worker obsługuje tysiące zadań: w końcu dysk się zapełnia i każde zadanie na nim kończy się błędem.',
  'No job leaves files behind.': 'Żadne zadanie nie zostawia po sobie plików.',
  'Each job leaves a file of its own here, and nothing in the worker removes files.':
    'Każde zadanie zostawia tu własny plik, a nic w workerze plików nie usuwa.',

  // health-operation-missing
  'The handler does one of several operations by name, and none of them tells whether the worker is well.':
    'Handler wykonuje jedną z kilku operacji według nazwy, a żadna nie mówi, czy worker jest sprawny.',
  'Whether model and GPU of a fresh worker really work can only be seen from a real, paid job.':
    'Czy model i GPU świeżego workera naprawdę działają, widać dopiero po prawdziwym, płatnym zadaniu.',
  'A job can ask whether the worker is well, where jobs name an operation.':
    'Tam, gdzie zadania podają nazwę operacji, można zapytać, czy worker jest sprawny.',
  'Of the operations that "{0}" names, {1}, none answers whether the worker is well.':
    'Spośród operacji podawanych w "{0}" ({1}) żadna nie odpowiada, czy worker jest sprawny.',

  // log-flood
  'Every job writes its whole input, an encoded file or each token to the log.':
    'Każde zadanie zapisuje w logu całe wejście, zakodowany plik lub każdy token.',
  'RunPod throttles logs that grow too fast: lines are dropped, and those that would explain a failure are among them.':
    'RunPod ogranicza logi, które rosną zbyt szybko: linie przepadają, a wśród nich te, które wyjaśniłyby niepowodzenie.',
  'No job floods the log.': 'Żadne zadanie nie zalewa logu.',
  'This writes all that comes with each job to the log ({0}), however large.':
    'To zapisuje w logu ({0}) wszystko, co przychodzi z każdym zadaniem, bez względu na rozmiar.',
  'This writes an encoded file to the log ({0}), however large.':
    'To zapisuje w logu ({0}) zakodowany plik, bez względu na rozmiar.',
  'This writes a line to the log for each piece of the stream ({0}).':
    'To zapisuje w logu ({0}) linię dla każdej porcji strumienia.',

  // logger-method-missing
  'RunPodLogger has no method of this name.': 'RunPodLogger nie ma metody o tej nazwie.',
  'The line raises AttributeError. It mostly stands where something has gone wrong already, so the job fails with an error that hides the real one.':
    'Linia zgłasza AttributeError. Zwykle jest tam, gdzie coś już się nie udało, więc zadanie kończy się błędem, który zasłania ten prawdziwy.',
  'Only methods that RunPodLogger has are called.': 'Wywoływane są tylko metody, które RunPodLogger ma.',
  'RunPodLogger has no {0}(): this raises AttributeError. It is called {1}().':
    'RunPodLogger nie ma metody {0}(): to zgłasza AttributeError. Nazywa się ona {1}().',
  'Call {0}()': 'Wywołaj {0}()',

  // logging-unstructured
  'The job writes its log with print only.': 'Zadanie loguje tylko przez print.',
  'The lines have no level and no job id: with several workers nobody can tell which line belongs to which job.':
    'Linie nie mają poziomu ani identyfikatora zadania: przy kilku workerach nie wiadomo, która linia należy do którego zadania.',
  'Jobs do not log with print alone.': 'Zadania nie logują samym print.',
  'The job writes its log with print only: RunPodLogger adds the level and the id of the job.':
    'Zadanie loguje tylko przez print: RunPodLogger dodaje poziom i identyfikator zadania.',
  'Write with runpod.RunPodLogger()': 'Loguj przez runpod.RunPodLogger()',

  // memory-unmanaged
  'The job works on the GPU, and nothing frees its memory when that fails.':
    'Zadanie pracuje na GPU, a gdy się nie uda, nic nie zwalnia jego pamięci.',
  'After one job that ran out of memory the next ones on the same worker fail as well, small ones too.':
    'Po jednym zadaniu, któremu zabrakło pamięci, zawodzą też następne na tym samym workerze, nawet małe.',
  'A job that fails on the GPU leaves none of its memory taken.':
    'Zadanie, które nie uda się na GPU, nie zostawia zajętej pamięci.',
  'When {0} fails, the GPU memory that it took may stay taken: nothing calls torch.cuda.empty_cache() then, and no answer sets refresh_worker.':
    'Gdy {0} się nie uda, pamięć GPU może pozostać zajęta: nic nie wywołuje wtedy torch.cuda.empty_cache() i żadna odpowiedź nie ustawia refresh_worker.',

  // request-without-timeout
  'A request to an address from the job has no timeout.': 'Żądanie pod adres z zadania nie ma limitu czasu.',
  'A server that accepts the connection and never answers keeps the job IN_PROGRESS, and the worker busy and billed, until the execution timeout.':
    'Serwer, który przyjmie połączenie i nigdy nie odpowie, trzyma zadanie w IN_PROGRESS, a worker jest zajęty i płatny aż do limitu czasu wykonania.',
  'Requests to addresses from a job have a timeout.': 'Żądania pod adresy z zadania mają limit czasu.',
  '{0} waits for ever when the server behind this address of the job does not answer.':
    '{0} czeka bez końca, gdy serwer pod tym adresem z zadania nie odpowiada.',
  'Give up after {0} seconds': 'Zrezygnuj po {0} sekundach',

  // secret-in-source
  'A file of the worker holds a key or a token.': 'Plik workera zawiera klucz lub token.',
  'Whoever has the repository or pulls the image can use it, also after it was removed: it stays in the history and in the layers.':
    'Może go użyć każdy, kto ma repozytorium lub pobierze obraz, także po usunięciu: zostaje w historii i w warstwach.',
  'No file of the worker holds a key or a token.': 'Żaden plik workera nie zawiera klucza ani tokenu.',
  'This looks like {0}. Whoever sees this file or the image can use it: revoke it, and keep the new one in an environment variable.':
    'To wygląda na {0}. Użyje go każdy, kto zobaczy ten plik lub obraz: unieważnij go, a nowy trzymaj w zmiennej środowiskowej.',
  'Read it from the environment': 'Czytaj ze środowiska',
  'a Hugging Face token': 'token Hugging Face',
  'a RunPod API key': 'klucz API RunPod',
  'an OpenAI API key': 'klucz API OpenAI',
  'an Anthropic API key': 'klucz API Anthropic',
  'an AWS access key': 'klucz dostępu AWS',
  'an AWS secret access key': 'tajny klucz dostępu AWS',
  'a GitHub token': 'token GitHub',
  'the token of a Telegram bot': 'token bota Telegram',
  'a Replicate API token': 'token API Replicate',

  // workspace-path
  'The worker looks below /workspace, where only pods have their network volume.':
    'Worker szuka plików pod /workspace, a tam wolumen sieciowy mają tylko pody.',
  'On serverless the volume is mounted at /runpod-volume: files are not found, or they go to the disk of the container and are gone with it.':
    'W serverless wolumen jest zamontowany w /runpod-volume: plików nie ma albo trafiają na dysk kontenera i znikają razem z nim.',
  'Nothing is looked for below /workspace.': 'Worker niczego nie szuka pod /workspace.',
  'On serverless a network volume is mounted at {0}, not at {1}.':
    'W serverless wolumen sieciowy jest zamontowany w {0}, a nie w {1}.',
};
