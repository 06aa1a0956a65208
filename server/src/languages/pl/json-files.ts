// What the schemas say of hub.json, tests.json, test_input.json and compliance.json: fields, values, templates.

import type { Bundle } from '../../base/message';

export const jsonFiles: Bundle = {
  // The files
  'RunPod hub.json': 'hub.json dla RunPod',
  'A listing on the RunPod Hub.': 'Wpis w Hubie RunPod.',
  'RunPod tests.json': 'tests.json dla RunPod',
  'The tests that the RunPod Hub runs.': 'Testy, które uruchamia RunPod Hub.',
  'RunPod test_input.json': 'test_input.json dla RunPod',
  'The job that a worker runs when it is started locally.': 'Zadanie, które worker wykonuje po lokalnym uruchomieniu.',
  'RunPod Compliance configuration': 'Konfiguracja RunPod Compliance',
  'What RunPod Compliance checks in this worker.': 'Co RunPod Compliance sprawdza w tym workerze.',

  // Beside each field
  'Required.': 'Wymagane.',
  'Required where `runsOn` is `GPU`.': 'Wymagane, gdy `runsOn` ma wartość `GPU`.',
  'Required where `runsOn` is `CPU`.': 'Wymagane, gdy `runsOn` ma wartość `CPU`.',
  'Values: {0}.': 'Wartości: {0}.',
  'Usual: {0}.': 'Zwykle: {0}.',
  Documentation: 'Dokumentacja',
  required: 'wymagane',
  'Default value': 'Wartość domyślna',
  'New object': 'Nowy obiekt',
  'New array': 'Nowa tablica',

  // hub.json
  'Name of the listing.': 'Nazwa wpisu.',
  'What the worker does. Keep it within {0} characters.': 'Co robi worker. Najwyżej {0} znaków.',
  'Kind of deployment.': 'Rodzaj wdrożenia.',
  'Where the Hub lists the worker.': 'Kategoria, w której Hub pokazuje workera.',
  'Address of an icon.': 'Adres ikony.',
  'Machine, variables and presets.': 'Maszyna, zmienne i presety.',
  'Kind of machine.': 'Rodzaj maszyny.',
  'Needs `gpuIds` and `gpuCount`.': 'Wymaga `gpuIds` i `gpuCount`.',
  'Needs `cpuFlavor`.': 'Wymaga `cpuFlavor`.',
  'LB: the listing deploys as a load-balancing endpoint or a Pod. Without it: a queue.':
    'LB: wpis wdraża się jako endpoint z równoważeniem obciążenia albo jako pod. Bez tego pola: kolejka.',
  'Disk space of the container in GB.': 'Miejsce na dysku kontenera w GB.',
  'CPU flavor with virtual CPUs and memory, for a worker that runs on CPU.':
    'Rodzaj CPU wraz z liczbą wirtualnych CPU i pamięcią, dla workera działającego na CPU.',
  '{0} virtual CPU, {1} GB of memory': '{0} wirtualny CPU, {1} GB pamięci',
  '{0} virtual CPUs, {1} GB of memory': {
    few: '{0} wirtualne CPU, {1} GB pamięci',
    many: '{0} wirtualnych CPU, {1} GB pamięci',
  },
  'Number of GPUs, for a worker that runs on GPU.': 'Liczba GPU, dla workera działającego na GPU.',
  'Ids of GPU pools, separated by commas; "-" before the id of a GPU type excludes it, as in ADA_80_PRO,-NVIDIA H100 NVL.':
    'Identyfikatory pul GPU oddzielone przecinkami; "-" przed identyfikatorem typu GPU wyklucza go, na przykład ADA_80_PRO,-NVIDIA H100 NVL.',
  'CUDA versions that the host may have. Each is matched exactly: list every newer one too.':
    'Wersje CUDA, które może mieć host. Każda musi pasować dokładnie: wymień też wszystkie nowsze.',
  'Environment variables that the deployment form offers or sets.':
    'Zmienne środowiskowe, które formularz wdrożenia udostępnia lub ustawia.',
  'Named groups of default values for the variables of env.':
    'Nazwane zestawy wartości domyślnych dla zmiennych z env.',
  'Name in the list of presets.': 'Nazwa na liście presetów.',
  'Values by name of the variable.': 'Wartości według nazw zmiennych.',

  // Variables and form fields
  'Name of the variable.': 'Nazwa zmiennej.',
  'Fixed value. Deployments through runpodctl do not get it.':
    'Stała wartość. Wdrożenia przez runpodctl jej nie dostają.',
  'Form field that asks for the value.': 'Pole formularza, które pyta o wartość.',
  'Label of the form field.': 'Etykieta pola formularza.',
  'Kind of form field.': 'Rodzaj pola formularza.',
  'A text field, or with `options` a list to choose from.': 'Pole tekstowe, a z `options` lista do wyboru.',
  'A number, within `min` and `max` where they are given.': 'Liczba, w granicach `min` i `max`, jeśli je podano.',
  'A switch, which sets the variable to `trueValue` or `falseValue`.':
    'Przełącznik, który ustawia zmienną na `trueValue` lub `falseValue`.',
  'A model picked from Hugging Face.': 'Model wybrany z Hugging Face.',
  'Help text of the form field.': 'Tekst pomocy przy polu formularza.',
  'What the form is filled with: a string, number or boolean, as the type says.':
    'Wartość, którą formularz jest wypełniony na początku: napis, liczba lub wartość logiczna, zależnie od typu.',
  'Whether the field must be filled in.': 'Czy pole trzeba wypełnić.',
  'Hides the field among the advanced options.': 'Ukrywa pole wśród opcji zaawansowanych.',
  'Choices of a string field.': 'Możliwości do wyboru w polu typu string.',
  'What the form shows.': 'Co pokazuje formularz.',
  'What the variable is set to.': 'Na co zostaje ustawiona zmienna.',
  'Smallest number that the form takes.': 'Najmniejsza liczba, którą formularz przyjmuje.',
  'Largest number that the form takes.': 'Największa liczba, którą formularz przyjmuje.',
  'What a boolean field sets the variable to when on.': 'Na co włączone pole typu boolean ustawia zmienną.',
  'What a boolean field sets the variable to when off.': 'Na co wyłączone pole typu boolean ustawia zmienną.',
  'Not documented; used for secrets in an official worker.':
    'Nieudokumentowane; w jednym z oficjalnych workerów służy do sekretów.',

  // tests.json
  'The tests that the Hub runs after a release is built.': 'Testy, które Hub uruchamia po zbudowaniu wydania.',
  'Name of the test.': 'Nazwa testu.',
  'What the handler gets as job["input"]. Not empty: RunPod drops an empty one.':
    'Co handler dostaje jako job["input"]. Nie może być puste: pustego wejścia RunPod nie przekazuje.',
  'Milliseconds, cold start and model load included.':
    'Czas w milisekundach, razem z zimnym startem i wczytaniem modelu.',
  'Not read. For people.': 'Pole nie jest czytane. Dla ludzi.',
  'The machine that the tests run on.': 'Maszyna, na której działają testy.',
  'Id of one GPU type, not of a pool.': 'Identyfikator jednego typu GPU, nie puli.',
  'At least {0} GB; pool {1}': 'Co najmniej {0} GB; pula {1}',
  'Number of GPUs.': 'Liczba GPU.',
  'CPU flavor with virtual CPUs and memory, for tests on CPU.':
    'Rodzaj CPU wraz z liczbą wirtualnych CPU i pamięcią, dla testów na CPU.',
  'Environment variables of the test.': 'Zmienne środowiskowe testu.',
  'Its value.': 'Jej wartość.',
  'CUDA versions that the host may have, each matched exactly.':
    'Wersje CUDA, które może mieć host; każda musi pasować dokładnie.',
  'Not documented. Kind of machine.': 'Nieudokumentowane. Rodzaj maszyny.',
  'Not documented. Disk space in GB.': 'Nieudokumentowane. Miejsce na dysku w GB.',

  // test_input.json
  'What the handler gets as job["input"] when the worker is started locally.':
    'Co handler dostaje jako job["input"], gdy worker jest uruchamiany lokalnie.',
  'What the handler gets as job["id"]. Without it: local_test.':
    'Co handler dostaje jako job["id"]. Bez tego pola: local_test.',

  // compliance.json
  'Which rules apply, and how strictly. The profile hub demands what a listing on the RunPod Hub needs.':
    'Które reguły obowiązują i jak surowo. Profil hub wymaga tego, czego potrzebuje wpis w Hubie RunPod.',
  'What is worth reporting in any worker.': 'To, co warto zgłosić w każdym workerze.',
  'Demands what a listing on the RunPod Hub needs, too.': 'Wymaga też tego, czego potrzebuje wpis w Hubie RunPod.',
  'Also what careful workers do beyond that.': 'Także to, o co dbają staranni autorzy.',
  'Severity by rule id; off switches the rule off.': 'Waga według identyfikatora reguły; off wyłącza regułę.',
  'Findings to leave out. For JSON files, which have no comments to say it in.':
    'Ustalenia do pominięcia. Dla plików JSON, w których nie da się tego zapisać w komentarzu.',
  'Id of the rule.': 'Identyfikator reguły.',
  'File, relative to the worker, with "/" between folders. No wildcards.':
    'Ścieżka pliku względem workera, z "/" między katalogami. Bez symboli wieloznacznych.',
  'JSON pointer to the value; all below it is meant too. Without it: the whole file.':
    'Wskaźnik JSON do wartości; obejmuje też wszystko poniżej. Bez niego: cały plik.',
  'Why it is right as it is. For people.': 'Dlaczego tak jest dobrze. Dla ludzi.',

  // Templates
  'GPU worker': 'Worker na GPU',
  'A listing of a worker that runs on GPUs.': 'Wpis workera, który działa na GPU.',
  'CPU worker': 'Worker na CPU',
  'A listing of a worker that runs on CPUs.': 'Wpis workera, który działa na CPU.',
  'Load balancing worker': 'Worker z równoważeniem obciążenia',
  'A listing of an HTTP server, which gets requests instead of jobs.':
    'Wpis serwera HTTP, który zamiast zadań dostaje żądania.',
  'GPU machine': 'Maszyna z GPU',
  'Pools of GPUs to run on.': 'Pule GPU, na których ma działać worker.',
  'CPU machine': 'Maszyna z CPU',
  'Without a GPU.': 'Bez GPU.',
  'Text field': 'Pole tekstowe',
  'A variable that the deployment form asks for.': 'Zmienna, o którą pyta formularz wdrożenia.',
  Choice: 'Wybór',
  'A variable with a few values to choose from.': 'Zmienna z kilkoma wartościami do wyboru.',
  'Number field': 'Pole liczbowe',
  'A variable that is a number.': 'Zmienna, która jest liczbą.',
  Switch: 'Przełącznik',
  'A variable that is on or off.': 'Zmienna, którą się włącza lub wyłącza.',
  'Hugging Face model': 'Model z Hugging Face',
  'A model that is picked from Hugging Face.': 'Model wybierany z Hugging Face.',
  'Fixed value': 'Stała wartość',
  'A variable that the form does not show.': 'Zmienna, której formularz nie pokazuje.',
  'A value to choose.': 'Wartość do wyboru.',
  Preset: 'Preset',
  'Values for some of the variables, under one name.': 'Wartości niektórych zmiennych pod jedną nazwą.',
  Test: 'Test',
  'A job, and the milliseconds it may take with the cold start.':
    'Zadanie i czas w milisekundach, jaki może zająć razem z zimnym startem.',
  'One GPU to test on.': 'Jedno GPU do testów.',
  'Tests on a GPU': 'Testy na GPU',
  'One test, on one GPU.': 'Jeden test na jednym GPU.',
  'Tests on a CPU': 'Testy na CPU',
  'One test, without a GPU.': 'Jeden test, bez GPU.',
  'A job': 'Zadanie',
  'What the handler gets.': 'Co dostaje handler.',
};
