// Rules about what comes into a job and what goes out of it.

import type { Bundle } from '../../base/message';

export const inputOutput: Bundle = {
  // error-reported-as-success
  'A failed job is answered without a top-level "error".':
    'Odpowiedź na nieudane zadanie nie ma "error" na najwyższym poziomie.',
  'RunPod marks the job COMPLETED: clients, webhooks and Hub tests take it for a success, and nothing is retried.':
    'RunPod oznacza zadanie jako COMPLETED: klienci, webhooki i testy Huba biorą je za udane i nic nie jest ponawiane.',
  'A failed job is answered with a top-level "error".':
    'Odpowiedź na nieudane zadanie ma "error" na najwyższym poziomie.',
  '{0} reports this failure as {1} without "error": the job ends as COMPLETED.':
    '{0} zgłasza to niepowodzenie jako {1} bez "error": zadanie kończy się jako COMPLETED.',
  '{0} reports this failure as a text: without "error" the job ends as COMPLETED.':
    '{0} zgłasza to niepowodzenie jako tekst: bez "error" zadanie kończy się jako COMPLETED.',
  '{0} hands this failure on inside its answer: only a top-level "error" makes the job FAILED.':
    '{0} przekazuje to niepowodzenie w głębi odpowiedzi: dopiero z "error" na najwyższym poziomie zadanie kończy się jako FAILED.',
  '{0} reports a failure, but its "error" is empty, and RunPod ignores an empty one: the job ends as COMPLETED.':
    '{0} zgłasza niepowodzenie, ale "error" jest puste, a pustego RunPod nie uwzględnia: zadanie kończy się jako COMPLETED.',
  'Add "error", so that the job ends as FAILED': 'Dodaj "error", aby zadanie skończyło się jako FAILED',
  'Say in "error" what went wrong': 'Napisz w "error", co się nie udało',

  // error-swallowed
  'The handler catches every exception and answers with nothing.':
    'Handler przechwytuje każdy wyjątek i nie zwraca żadnej odpowiedzi.',
  'RunPod marks the job COMPLETED with an empty output: whoever waits for the result gets none, and nobody is told why.':
    'RunPod oznacza zadanie jako COMPLETED z pustym wynikiem: kto na niego czeka, nie dostaje nic i nie dowiaduje się dlaczego.',
  'No exception ends in an empty answer.': 'Żaden wyjątek nie kończy się pustą odpowiedzią.',
  '{0} answers a failure with {1}: the job ends as COMPLETED.':
    '{0} w razie niepowodzenia zwraca {1}: zadanie kończy się jako COMPLETED.',
  '{0} ends behind this failure without an answer: the job ends as COMPLETED.':
    '{0} kończy się po tym niepowodzeniu bez odpowiedzi: zadanie kończy się jako COMPLETED.',

  // error-unhandled
  'Nothing on the way of a job catches an error.': 'Nic na drodze zadania nie przechwytuje błędów.',
  'The job ends as FAILED with a Python traceback that tells the caller about files and lines instead of what to do.':
    'Zadanie kończy się jako FAILED ze śladem stosu Pythona, który mówi wywołującemu o plikach i liniach, a nie o tym, co zrobić.',
  'What goes wrong in a job is caught.': 'Błędy w trakcie zadania są przechwytywane.',
  'Nothing catches what goes wrong in {0}: the caller gets a traceback.':
    'Nic nie przechwytuje błędów w {0}: wywołujący dostaje ślad stosu.',
  'Wrap the body in try': 'Opakuj treść w try',

  // error-unspecific
  'The error that a job is answered with is only the text of an exception.':
    'Błąd zwracany w odpowiedzi to sam tekst wyjątku.',
  "A caller cannot tell a wrong input from a full disk: the text has neither a code nor the exception's type, and for a KeyError it is no more than the key.":
    'Wywołujący nie odróżni złego wejścia od pełnego dysku: tekst nie ma ani kodu, ani typu wyjątku, a przy KeyError jest to tylko sam klucz.',
  'An error that a job is answered with says of what kind it is.': 'Błąd w odpowiedzi mówi, jakiego jest rodzaju.',
  'str({0}) alone does not say what kind of error it was.': 'Samo str({0}) nie mówi, jakiego rodzaju był to błąd.',
  'Say the type as well': 'Podaj też typ',

  // output-nested
  'The handler wraps its answer into "output", which RunPod does itself.':
    'Handler opakowuje odpowiedź w "output", a RunPod robi to sam.',
  'The result arrives as output.output, and whoever reads output finds a dictionary with one key.':
    'Wynik przychodzi jako output.output, a kto czyta output, znajduje słownik z jednym kluczem.',
  'Answers are not wrapped into another "output".': 'Odpowiedzi nie są opakowane w dodatkowe "output".',
  '{0} wraps its answer into "output", as RunPod does: it arrives as output.output.':
    '{0} opakowuje odpowiedź w "output", tak jak RunPod: przychodzi ona jako output.output.',
  'Return what is inside': 'Zwróć to, co jest w środku',

  // payload-limit-unchecked
  'A file goes into the answer as base64, and nothing looks at its size.':
    'Plik trafia do odpowiedzi jako base64, a nikt nie sprawdza jego rozmiaru.',
  'RunPod refuses an answer that is too large: the job has done its work, and its result is lost.':
    'RunPod odrzuca zbyt dużą odpowiedź: praca została wykonana, a wynik przepada.',
  'No file goes into an answer without a look at its size.':
    'Żaden plik nie trafia do odpowiedzi bez sprawdzenia rozmiaru.',
  '{0} answers with this file as base64, whatever its size: /run takes {1} MB, /runsync {2} MB.':
    '{0} zwraca ten plik jako base64 bez względu na rozmiar: /run przyjmuje {1} MB, /runsync {2} MB.',
  'Return an error when {0} is too large': 'Zwróć błąd, gdy {0} jest za duże',

  // progress-update-argument
  'A progress update is not given the job, or comes right before the answer.':
    'Wywołanie progress_update nie dostaje zadania albo następuje tuż przed odpowiedzią.',
  'Without the whole job the update raises, and the job fails; right before the answer it may arrive after it.':
    'Bez całego zadania wywołanie zgłasza wyjątek i zadanie kończy się błędem; wysłana tuż przed odpowiedzią informacja może dotrzeć po niej.',
  'Progress updates are given the whole job, and in time.':
    'progress_update dostaje całe zadanie i jest wywoływane w porę.',
  'progress_update takes the whole job, not {0}: this call raises an exception.':
    'progress_update przyjmuje całe zadanie, a nie {0}: to wywołanie zgłasza wyjątek.',
  'This update goes out beside the answer and may arrive after it: the job then shows IN_PROGRESS although it has ended.':
    'Ta informacja wychodzi równolegle z odpowiedzią i może dotrzeć po niej: zadanie ma wtedy stan IN_PROGRESS, choć się zakończyło.',

  // refresh-worker-misplaced
  'A refresh_worker stands where the SDK does not read it.':
    'refresh_worker jest w miejscu, w którym SDK go nie czyta.',
  'The worker is not refreshed: the next job meets the state that this one left, and the client gets the key as part of its output.':
    'Worker nie jest odświeżany: następne zadanie zastaje stan po poprzednim, a klient dostaje ten klucz jako część wyniku.',
  'refresh_worker stands only where the SDK reads it.': 'refresh_worker jest tylko tam, gdzie SDK go czyta.',
  'The SDK reads refresh_worker in what is returned, not in what is yielded: give start() "refresh_worker": True.':
    'SDK czyta refresh_worker z wartości zwróconej przez return, a nie z yield: podaj w start() "refresh_worker": True.',
  'The SDK reads refresh_worker only at the top of the returned dictionary.':
    'SDK czyta refresh_worker tylko na najwyższym poziomie zwracanego słownika.',
  'Lift refresh_worker to the top of the dictionary': 'Przenieś refresh_worker na najwyższy poziom słownika',

  // result-not-serialisable
  'The answer holds a value that has no form in JSON.': 'Odpowiedź zawiera wartość, której nie da się zapisać w JSON.',
  'The SDK cannot send the answer, logs "is not JSON serializable" and goes on: the job hangs until it times out. A local test shows nothing of it.':
    'SDK nie może wysłać odpowiedzi, zapisuje w logu „is not JSON serializable” i działa dalej: zadanie wisi aż do przekroczenia limitu czasu. Test lokalny tego nie pokazuje.',
  'Every answer can be sent as JSON.': 'Każdą odpowiedź da się wysłać jako JSON.',
  '{0} answers with {1}, which has no form in JSON: the answer is never sent, and the job hangs.':
    '{0} zwraca w odpowiedzi {1}, czego nie da się zapisać w JSON: odpowiedź nie zostanie wysłana, a zadanie zawiśnie.',

  'PIL image': 'obraz PIL',
  exception: 'wyjątek',
  'open file': 'otwarty plik',
  stream: 'strumień',

  // status-tuple-returned
  'The handler returns an HTTP status beside its answer.': 'Handler zwraca obok odpowiedzi status HTTP.',
  'RunPod reads no status: the job is COMPLETED, and its output is a list of the answer and the number.':
    'RunPod nie czyta statusu: zadanie kończy się jako COMPLETED, a jego wynikiem jest lista z odpowiedzią i liczbą.',
  'No HTTP status is returned beside an answer.': 'Obok odpowiedzi nie zwraca się statusu HTTP.',
  '{0} returns the status {1} beside its answer: RunPod reads none, and the job is COMPLETED with both as its output.':
    '{0} zwraca obok odpowiedzi status {1}: RunPod go nie czyta, a zadanie kończy się jako COMPLETED z obiema wartościami w wyniku.',
  'Return the answer alone': 'Zwróć samą odpowiedź',
  'Return the answer alone, with "error"': 'Zwróć samą odpowiedź, z "error"',
};
