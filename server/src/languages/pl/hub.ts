// Rules about hub.json, the listing on the Hub.

import type { Bundle } from '../../base/message';

export const hub: Bundle = {
  // env-not-declared
  'The code reads a variable that hub.json does not offer, and has nothing to go on with instead.':
    'Kod czyta zmienną, której hub.json nie udostępnia, i nie ma dla niej wartości zastępczej.',
  'Whoever deploys from the Hub is not asked for it, so the worker fails, or does less than it can.':
    'Kto wdraża z Huba, nie jest o nią pytany, więc worker zawodzi albo robi mniej, niż potrafi.',
  'hub.json offers every variable that the code cannot do without.':
    'hub.json udostępnia każdą zmienną, bez której kod nie może działać.',
  'The worker fails without {0}, and hub.json does not offer it.':
    'Bez {0} worker zawodzi, a hub.json tej zmiennej nie udostępnia.',
  'hub.json does not offer {0}, which the code reads without a fallback.':
    'hub.json nie udostępnia {0}, a kod czyta tę zmienną bez wartości zastępczej.',
  'The variables that hub.json offers.': 'Zmienne, które udostępnia hub.json.',
  'Offer {0} in hub.json': 'Udostępnij {0} w hub.json',

  // hub-category-unknown
  'The category is none of those the Hub lists workers under.':
    'Kategoria nie jest żadną z tych, pod którymi Hub pokazuje workery.',
  'The Hub may refuse the listing, or show it under no category.':
    'Hub może odrzucić wpis albo nie pokazać go w żadnej kategorii.',
  "The category is one of the Hub's.": 'Kategoria jest jedną z kategorii Huba.',
  '"{0}" is no category of the Hub: it has {1}.': '"{0}" nie jest kategorią Huba: dostępne są {1}.',

  // hub-cpu-gpu-mixed
  'A CPU worker has GPU fields or no CPU flavor, or a GPU worker has a CPU flavor.':
    'Worker na CPU ma pola dla GPU lub nie ma rodzaju CPU albo worker na GPU ma rodzaj CPU.',
  'The Hub cannot tell what to deploy the worker on.': 'Hub nie wie, na czym wdrożyć workera.',
  'The fields for GPU and CPU agree with runsOn.': 'Pola dla GPU i CPU zgadzają się z runsOn.',
  '"{0}" contradicts "runsOn": "{1}".': '"{0}" jest sprzeczne z "runsOn": "{1}".',
  'A worker that runs on CPU needs "{0}", such as "{1}".':
    'Worker działający na CPU potrzebuje "{0}", na przykład "{1}".',
  'Add "{0}" with "{1}"': 'Dodaj "{0}" z wartością "{1}"',

  // hub-cuda-invalid
  'The list in allowedCudaVersions holds something that is no CUDA version as a string.':
    'Na liście allowedCudaVersions jest coś, co nie jest wersją CUDA zapisaną jako napis.',
  'No host matches it, so deployments wait for a machine that does not exist.':
    'Żaden host do tego nie pasuje, więc wdrożenia czekają na maszynę, która nie istnieje.',
  'The list in allowedCudaVersions holds CUDA versions only.': 'allowedCudaVersions zawiera wyłącznie wersje CUDA.',
  'A CUDA version must be a string, as in "12.8".': 'Wersja CUDA musi być napisem, na przykład "12.8".',
  '{0} is no CUDA version: the Hub takes major and minor number, as in "12.8".':
    '{0} nie jest wersją CUDA: Hub przyjmuje numer główny i poboczny, na przykład "12.8".',
  'CUDA {0} is not among the versions that RunPod lists.': 'CUDA {0} nie ma wśród wersji wymienianych przez RunPod.',

  // hub-description-too-long
  'The description is longer than 191 characters.': 'Opis ma więcej niż 191 znaków.',
  'Publishers report that submitting such a listing fails with a database error that does not say why.':
    'Publikujący zgłaszają, że przesłanie takiego wpisu kończy się błędem bazy danych, który nie podaje przyczyny.',
  'The description is short enough for the Hub.': 'Opis jest dla Huba wystarczająco krótki.',
  'The description has {0} characters. Submissions with more than {1} were reported to fail.': {
    few: 'Opis ma {0} znaki. Zgłaszano, że wpisy z opisem dłuższym niż {1} są odrzucane.',
    many: 'Opis ma {0} znaków. Zgłaszano, że wpisy z opisem dłuższym niż {1} są odrzucane.',
  },

  // hub-endpoint-type-mismatch
  'The endpointType in hub.json is not that of the worker.': 'endpointType w hub.json nie odpowiada workerowi.',
  'A load balancer finds no server that answers its health check, or jobs wait in a queue that nobody takes them from.':
    'Load balancer nie znajduje serwera, który odpowie na sprawdzenie stanu, albo zadania czekają w kolejce, z której nikt ich nie pobiera.',
  'The endpointType in hub.json is that of the worker.': 'endpointType w hub.json odpowiada workerowi.',
  '"LB" is for HTTP servers, but this worker takes jobs from a queue.':
    '"LB" jest dla serwerów HTTP, a ten worker pobiera zadania z kolejki.',
  'The handler is started here.': 'Tutaj uruchamiany jest handler.',
  'The worker is an HTTP server, but hub.json lists it as one that takes jobs from a queue.':
    'Worker jest serwerem HTTP, a hub.json podaje go jako pobierającego zadania z kolejki.',
  'Add "{0}": "LB"': 'Dodaj "{0}": "LB"',

  // hub-env-default-invalid
  "A variable's default does not fit its type, range or options.":
    'Wartość domyślna zmiennej nie pasuje do jej typu, zakresu lub opcji.',
  'The deployment form starts out empty or invalid, and the worker gets another value than you meant.':
    'Formularz wdrożenia jest na początku pusty lub błędny, a worker dostaje inną wartość, niż zamierzano.',
  'The default of every variable fits its type, range and options.':
    'Wartość domyślna każdej zmiennej pasuje do jej typu, zakresu i opcji.',
  'Remove the default': 'Usuń wartość domyślną',
  'The default of {0} must be of type {1}, not {2}.': 'Wartość domyślna {0} musi być typu {1}, a nie {2}.',
  'The default of {0} is below its min, {1}.': 'Wartość domyślna {0} jest mniejsza niż min ({1}).',
  'The default of {0} is above its max, {1}.': 'Wartość domyślna {0} jest większa niż max ({1}).',
  'The default of {0}, "{1}", is none of its options.': 'Wartości domyślnej {0}, czyli "{1}", nie ma wśród opcji.',

  // hub-env-duplicate
  'config.env has the same variable twice.': 'W config.env ta sama zmienna występuje dwa razy.',
  'The deployment form shows the variable twice, and only one of the two values reaches the worker.':
    'Formularz wdrożenia pokazuje zmienną dwa razy, a do workera dociera tylko jedna z dwóch wartości.',
  'No variable is offered twice.': 'Żadnej zmiennej nie udostępniono dwa razy.',
  '{0} is already in config.env.': '{0} jest już w config.env.',
  'Here it is for the first time.': 'Tutaj występuje po raz pierwszy.',
  'Remove the second {0}': 'Usuń drugie {0}',

  // hub-env-shape
  'An entry of config.env has no key, or not exactly one of value and input.':
    'Wpis w config.env nie ma klucza albo nie ma dokładnie jednego z pól value i input.',
  'The Hub cannot set the variable: the worker starts without it.':
    'Hub nie może ustawić zmiennej: worker startuje bez niej.',
  'Every entry of config.env has a key, and either a value or an input.':
    'Każdy wpis w config.env ma klucz oraz albo value, albo input.',
  'This variable has no "key", which holds its name.': 'Ta zmienna nie ma "key", czyli swojej nazwy.',
  '{0} has neither "value", for a fixed value, nor "input", for a form field.':
    '{0} nie ma ani "value" ze stałą wartością, ani "input" z polem formularza.',
  '{0} has both "value" and "input": it must be one of them.':
    '{0} ma zarówno "value", jak i "input": musi być jedno z nich.',
  "Rewrite it in RunPod's shape": 'Zapisz w postaci oczekiwanej przez RunPod',

  // hub-env-unread
  'hub.json offers a variable that nothing in the worker reads.':
    'hub.json udostępnia zmienną, której nic w workerze nie czyta.',
  'Whoever deploys the worker fills in a field that changes nothing.':
    'Kto wdraża workera, wypełnia pole, które niczego nie zmienia.',
  'The code reads every variable that hub.json offers.': 'Kod czyta każdą zmienną, którą udostępnia hub.json.',
  'Nothing in the worker reads {0}.': 'Nic w workerze nie czyta {0}.',

  // hub-field-missing
  'hub.json lacks a required field.': 'W hub.json brakuje wymaganego pola.',
  'The Hub does not accept the listing, or whoever deploys it must choose what you left out.':
    'Hub nie przyjmuje wpisu albo ten, kto wdraża, musi sam wybrać to, co pominięto.',
  'hub.json has every required field.': 'hub.json ma wszystkie wymagane pola.',
  'hub.json has no "{0}".': 'W hub.json nie ma "{0}".',
  'config has no "{0}".': 'W config nie ma "{0}".',
  'Put the machine\'s fields into "config"': 'Przenieś pola maszyny do "config"',
  'Add "{0}"': 'Dodaj "{0}"',
  'Add "{0}" with {1}': 'Dodaj "{0}" z wartością {1}',

  // hub-field-unknown
  'hub.json has a key that RunPod does not read.': 'W hub.json jest klucz, którego RunPod nie czyta.',
  'The setting has no effect: the listing deploys without it.':
    'Ustawienie nie ma żadnego skutku: wpis jest wdrażany bez niego.',
  'hub.json has only keys that RunPod reads.': 'hub.json ma tylko klucze, które RunPod czyta.',
  '"{0}" stands beside "config": RunPod reads it inside "config".':
    '"{0}" jest obok "config": RunPod czyta to wewnątrz "config".',
  '"{0}" is not a field of {1}: RunPod does not read it.': '"{0}" nie jest polem {1}: RunPod tego nie czyta.',
  '"{0}" is not a field of {1}: RunPod does not read it. Did you mean "{2}"?':
    '"{0}" nie jest polem {1}: RunPod tego nie czyta. Może chodziło o "{2}"?',
  'Move into "config"': 'Przenieś do "config"',

  // hub-gpu-unknown
  'The list in gpuIds names something that is no GPU pool, or excludes a GPU that is in none of the pools.':
    'Lista gpuIds wymienia coś, co nie jest pulą GPU, albo wyklucza GPU, którego nie ma w żadnej z pul.',
  'The Hub refuses the listing with an internal error, or deployments get no GPU.':
    'Hub odrzuca wpis z błędem wewnętrznym albo wdrożenia nie dostają GPU.',
  'The list in gpuIds names only GPU pools and GPUs that RunPod has.':
    'gpuIds wymienia tylko pule i karty GPU, które RunPod ma.',
  '"{0}" is a GPU type, and no pool has it: gpuIds takes ids of pools, such as ADA_24.':
    '"{0}" to typ GPU, którego nie ma w żadnej puli: gpuIds przyjmuje identyfikatory pul, na przykład ADA_24.',
  '"{0}" is a GPU type, but gpuIds takes ids of pools: that GPU is in {1}.':
    '"{0}" to typ GPU, a gpuIds przyjmuje identyfikatory pul: to GPU jest w {1}.',
  '"{0}" is no GPU pool that RunPod documents.': '"{0}" nie jest pulą GPU opisaną przez RunPod.',
  '"{0}" is no GPU pool that RunPod documents. Did you mean {1}?':
    '"{0}" nie jest pulą GPU opisaną przez RunPod. Może chodziło o {1}?',
  '"{0}" is no GPU type that RunPod documents: it excludes nothing.':
    '"{0}" nie jest typem GPU opisanym przez RunPod: niczego nie wyklucza.',
  '"{0}" is no GPU type that RunPod documents: it excludes nothing. Did you mean "{1}"?':
    '"{0}" nie jest typem GPU opisanym przez RunPod: niczego nie wyklucza. Może chodziło o "{1}"?',
  '"{0}" is in {1}, which is not among the chosen pools: excluding it does nothing.':
    '"{0}" jest w {1}, a tej puli nie wybrano: wykluczenie nic nie daje.',
  'Remove {0}, which adds nothing': 'Usuń {0}, które nic nie wnosi',

  // hub-json-invalid
  'hub.json is not strict JSON.': 'hub.json nie jest ścisłym JSON-em.',
  'The Hub cannot read the file, so the repository is not listed.':
    'Hub nie może odczytać pliku, więc repozytorium nie trafia do Huba.',
  'hub.json is strict JSON.': 'hub.json jest ścisłym JSON-em.',

  // hub-json-missing
  'The worker has no hub.json.': 'Worker nie ma hub.json.',
  'The Hub lists repositories by their .runpod/hub.json: without one nobody finds or deploys this worker there.':
    'Hub pokazuje repozytoria na podstawie .runpod/hub.json: bez niego nikt tego workera tam nie znajdzie ani nie wdroży.',
  'The worker has a hub.json.': 'Worker ma hub.json.',
  'The worker has no .runpod/hub.json: the RunPod Hub cannot list it.':
    'Worker nie ma .runpod/hub.json: RunPod Hub nie może go pokazać.',

  // hub-placeholder
  'hub.json or tests.json still has text or addresses of the template.':
    'W hub.json lub tests.json został tekst albo adresy z szablonu.',
  "Whoever looks at your listing reads the template's words, or sees a broken icon.":
    'Kto ogląda wpis, czyta tekst szablonu albo widzi niedziałającą ikonę.',
  'Nothing of the template is left in hub.json and tests.json.': 'W hub.json i tests.json nie zostało nic z szablonu.',
  "The icon's address is an example: there is no picture.": 'Adres ikony jest przykładowy: nie ma tam obrazka.',
  '"{0}" is still the template\'s text.': '"{0}" to nadal tekst z szablonu.',

  // hub-preset-key-unknown
  'A preset sets a variable that config.env does not offer, or to something its type excludes.':
    'Preset ustawia zmienną, której config.env nie udostępnia, albo na coś, co wyklucza jej typ.',
  'Choosing the preset does not set the variable.': 'Wybranie presetu nie ustawia zmiennej.',
  'Presets set only variables that config.env offers.': 'Presety ustawiają tylko zmienne z config.env.',
  '{0} is a {1} in config.env: {2} does not fit.': '{0} ma w config.env typ {1}: {2} nie pasuje.',
  'This preset sets it too.': 'Ten preset też ją ustawia.',
  'config.env does not offer {0}: the preset does not set it.':
    'config.env nie udostępnia {0}: preset tej zmiennej nie ustawi.',
  'Rename to {0}': 'Zmień nazwę na {0}',
  'Offer {0} in config.env': 'Udostępnij {0} w config.env',

  // hub-schema-foreign
  "hub.json follows a format that is not RunPod's.": 'hub.json ma format, który nie jest formatem RunPod.',
  'The Hub finds neither title nor type nor config in the file, so the repository is never listed.':
    'Hub nie znajduje w pliku title, type ani config, więc repozytorium nigdy nie trafi do Huba.',
  "hub.json follows RunPod's format.": 'hub.json ma format RunPod.',
  'RunPod does not read "{0}".': 'RunPod nie czyta "{0}".',
  "This is not RunPod's hub.json format. RunPod does not know {0}: it reads title, description, type, category and config.":
    'To nie jest format hub.json używany przez RunPod. RunPod nie zna {0}: czyta title, description, type, category i config.',
  "Rewrite hub.json in RunPod's format": 'Zapisz hub.json w formacie RunPod',
  "Rewrite hub.json in RunPod's format, without {0}": 'Zapisz hub.json w formacie RunPod, bez {0}',

  // hub-value-invalid
  'A value in hub.json has a wrong type, or is none of the documented ones.':
    'Wartość w hub.json ma zły typ albo nie jest żadną z udokumentowanych.',
  'The Hub refuses the listing, or ignores the setting.': 'Hub odrzuca wpis albo pomija ustawienie.',
  'Every value in hub.json has the right type, and is one that RunPod knows.':
    'Każda wartość w hub.json ma właściwy typ i jest znana RunPod.',
  '{0} must be at least {1}.': '{0} musi wynosić co najmniej {1}.',
  '{0} is "{1}", but RunPod knows only {2}.': '{0} ma wartość "{1}", a RunPod zna tylko {2}.',
  '{0} must be a string.': '{0} musi być napisem.',
  '{0} must be a number.': '{0} musi być liczbą.',
  '{0} must be a whole number.': '{0} musi być liczbą całkowitą.',
  '{0} must be true or false.': '{0} musi mieć wartość true lub false.',
  '{0} must be a list.': '{0} musi być listą.',
  '{0} must be an object.': '{0} musi być obiektem.',
  '{0} must be a string, a number or a boolean.': '{0} musi być napisem, liczbą albo wartością logiczną.',
  'Convert it': 'Przekształć',
};
