import type { Bundle } from '../../../base/message';

export const hubPages: Bundle = {
  'A repository becomes a listing of the RunPod Hub through a `hub.json`, in the folder `.runpod` or at its top. This worker has\na handler and a Dockerfile, but no such file. In the profile `hub` that is an error; else it only says what could be done.':
    'Repozytorium staje się wpisem w Hubie RunPod dzięki plikowi `hub.json`, w folderze `.runpod` lub w katalogu głównym. Ten worker ma handler i Dockerfile, ale takiego pliku nie ma. W profilu `hub` to błąd; poza nim reguła mówi tylko, co można zrobić.',
  '**On RunPod** the Hub does not see the repository: nobody finds the worker there, or deploys it with a click.':
    '**Na RunPod** Hub nie widzi repozytorium: nikt nie znajdzie tam workera ani nie wdroży go jednym kliknięciem.',
  "The quick fix writes a `hub.json` from the worker's own files: title and description from the README, GPU or CPU and CUDA from\nthe base image and the imports, form fields from the variables that the code reads, with their fallbacks as defaults. Check the\ncategory and the GPUs, which are guesses.":
    'Szybka poprawka tworzy `hub.json` na podstawie plików workera: tytuł i opis bierze z README, GPU lub CPU oraz CUDA – z obrazu bazowego i importów, a pola formularza – ze zmiennych, które czyta kod, przy czym ich wartości zastępcze stają się domyślnymi. Sprawdź kategorię i GPU, bo to tylko przypuszczenia.',
  'The Hub reads `.runpod/hub.json` as strict JSON. Comments, a trailing comma, a missing comma, a byte order mark, a key that\nappears twice, or an unclosed bracket make it unreadable, or make it say something else than you see.':
    'Hub czyta `.runpod/hub.json` jako ścisły JSON. Komentarze, przecinek na końcu listy lub obiektu, brakujący przecinek, znacznik BOM, klucz podany dwa razy albo niezamknięty nawias sprawiają, że pliku nie da się odczytać albo że znaczy on co innego, niż widać.',
  '**On RunPod** the repository is not listed, and the Hub does not say which line is wrong.':
    '**Na RunPod** repozytorium nie trafia do Huba, a Hub nie mówi, która linia jest błędna.',
  'Take the comment or the comma out. What a comment explains belongs into the README.':
    'Usuń komentarz lub przecinek. Miejsce na to, co wyjaśnia komentarz, jest w README.',
  "The file is valid JSON, but in a format that RunPod does not have: sections such as `runtime`, `serverless`, `template`,\n`build` or `schema`, a `handler_function`, a `python_version`. Language models like to write it. RunPod's hub.json has\n`title`, `description`, `type`, `category` and `config`, and nothing else is required.":
    'Plik jest poprawnym JSON-em, ale w formacie, którego RunPod nie ma: z sekcjami takimi jak `runtime`, `serverless`, `template`, `build` czy `schema`, z `handler_function`, z `python_version`. Modele językowe chętnie tak piszą. hub.json w formacie RunPod ma `title`, `description`, `type`, `category` i `config`, a nic więcej nie jest wymagane.',
  '**On RunPod** nothing happens: the Hub finds no listing in the file, and the repository never appears. There is no message.':
    '**Na RunPod** nic się nie dzieje: Hub nie znajduje w pliku wpisu i repozytorium nigdy się nie pojawia. Nie ma żadnego komunikatu.',
  'The quick fix rewrites the file. It keeps title, description, disk, GPUs and environment variables where it can read them, fills\nin what is missing, and drops what the Hub has no place for: its title names that. Read the result before you commit it. Build\nsettings belong into the Dockerfile; worker counts and timeouts are chosen when an endpoint is deployed. The command "RunPod: Make\nthis a RunPod hub.json" does the same.':
    'Szybka poprawka zapisuje plik od nowa. Zachowuje tytuł, opis, dysk, GPU i zmienne środowiskowe, o ile potrafi je odczytać, uzupełnia braki i usuwa to, na co w Hubie nie ma miejsca: wymienia to jej tytuł. Przeczytaj wynik, zanim go zatwierdzisz w repozytorium. Ustawienia budowania należą do Dockerfile, a liczbę workerów i limity czasu wybiera się przy wdrażaniu endpointu. To samo robi polecenie „RunPod: Przerób ten plik na hub.json dla RunPod”.',
  'While the file follows another format, the other rules about hub.json do not run: they would only repeat this.':
    'Dopóki plik ma inny format, pozostałe reguły dotyczące hub.json nie działają: powtarzałyby tylko to samo.',
  'RunPod requires `title`, `description`, `type`, `category` and `config`, and in `config` the fields `runsOn` and\n`containerDiskInGb`. Without one of them this is an error.':
    'RunPod wymaga pól `title`, `description`, `type`, `category` i `config`, a w `config` – pól `runsOn` i `containerDiskInGb`. Brak któregoś z nich to błąd.',
  '`gpuCount` and `gpuIds` are required for GPU workers too, but listings without them exist: there it is a warning.':
    'Dla workerów na GPU wymagane są też `gpuCount` i `gpuIds`, ale istnieją wpisy bez nich: w tym przypadku to ostrzeżenie.',
  '**On RunPod** the listing is not accepted; without GPU fields, whoever deploys it has to choose a GPU without your advice.':
    '**Na RunPod** wpis nie zostaje przyjęty; gdy brakuje pól GPU, ten, kto wdraża, musi wybrać GPU bez twojej wskazówki.',
  'Add the field. The value that the quick fix puts in is a start: check it.':
    'Dodaj pole. Wartość, którą wstawia szybka poprawka, to punkt wyjścia: sprawdź ją.',
  'RunPod reads the fields of its publishing guide and no others. A key with another name, or in another place, has no effect.':
    'RunPod czyta tylko pola ze swojego przewodnika publikowania. Klucz o innej nazwie lub w innym miejscu nie ma żadnego skutku.',
  'Where the key is a misspelt required field, that field is missing: then this is an error, and the rule for missing fields does\nnot repeat it.':
    'Jeśli klucz to wymagane pole z literówką w nazwie, tego pola brakuje: wtedy jest to błąd, a reguła o brakujących polach już go nie powtarza.',
  '**On RunPod** the listing deploys as if the line were not there: without the disk, the icon or the default you meant.':
    '**Na RunPod** wpis jest wdrażany tak, jakby tej linii nie było: bez dysku, ikony czy wartości domyślnej, o którą chodziło.',
  'Rename it to the field you meant, move it to where it is read, or remove it. `$schema` and keys that begin with `_` or `//` are\nleft alone: nobody expects RunPod to read them.':
    'Zmień nazwę na właściwe pole, przenieś klucz tam, gdzie jest czytany, albo go usuń. `$schema` i klucze zaczynające się od `_` lub `//` reguła zostawia w spokoju: nikt nie oczekuje, że RunPod je przeczyta.',
  'A value has the wrong type, or is none of the values that RunPod documents: a number in quotes, a list of GPUs where one string\nbelongs, `env` as an object, an input type that does not exist.':
    'Wartość ma zły typ albo nie jest żadną z udokumentowanych przez RunPod: liczba w cudzysłowie, lista GPU tam, gdzie ma być jeden napis, `env` jako obiekt, typ wejścia, który nie istnieje.',
  '**On RunPod** the listing is refused, or the setting is ignored.':
    '**Na RunPod** wpis jest odrzucany albo ustawienie zostaje pominięte.',
  '`env` and `presets` are lists, although the table of the publishing guide calls them objects: its examples and every published\nlisting have lists. Input types are `string`, `number`, `boolean` and `huggingface`.':
    '`env` i `presets` to listy, choć tabela w przewodniku publikowania nazywa je obiektami: w jego przykładach i w każdym opublikowanym wpisie są listy. Typy wejścia to `string`, `number`, `boolean` i `huggingface`.',
  'A value in which only the case is wrong, such as `"gpu"`, is a warning: RunPod\'s own clients forgive it. So is an input type that\ndoes not exist, such as `"password"`: releases were made with one, and what the Hub makes of it is not documented.':
    'Wartość, w której nie zgadza się tylko wielkość liter, na przykład `"gpu"`, to ostrzeżenie: klienty samego RunPod to tolerują. Podobnie typ wejścia, który nie istnieje, na przykład `"password"`: powstawały wydania z takim typem, a co Hub z nim robi, nie jest udokumentowane.',
  'The publishing guide names five categories: `audio`, `embedding`, `language`, `video` and `image`.':
    'Przewodnik publikowania wymienia pięć kategorii: `audio`, `embedding`, `language`, `video` i `image`.',
  '**On RunPod** another one may be refused, or the listing shows under no category, where nobody looks for it. What the Hub does\nwith it is not documented, so this is a warning.':
    '**Na RunPod** inna kategoria może zostać odrzucona albo wpis pokaże się poza kategoriami, gdzie nikt go nie szuka. Co Hub z nią robi, nie jest udokumentowane, więc to ostrzeżenie.',
  'Choose the nearest of the five.': 'Wybierz najbliższą z tych pięciu.',
  '`gpuIds` is a string of **pool** ids, separated by commas: `"ADA_24,AMPERE_24"`. A `-` before the exact id of a GPU **type** takes\nthat GPU out of a chosen pool: `"ADA_80_PRO,-NVIDIA H100 NVL"`. Names of GPUs are not pools. The template in the publishing guide\ngets this wrong itself.':
    '`gpuIds` to napis z identyfikatorami **pul** oddzielonymi przecinkami: `"ADA_24,AMPERE_24"`. Znak `-` przed dokładnym identyfikatorem **typu** GPU wyklucza to GPU z wybranej puli: `"ADA_80_PRO,-NVIDIA H100 NVL"`. Nazwy GPU to nie pule. Myli się tu nawet szablon z przewodnika publikowania.',
  '**On RunPod** a listing with an unknown pool fails to save with an internal error; a GPU that is excluded from a pool that was not\nchosen changes nothing.':
    '**Na RunPod** zapis wpisu z nieznaną pulą kończy się błędem wewnętrznym, a wykluczenie GPU z puli, której nie wybrano, niczego nie zmienia.',
  'RunPod adds pools from time to time, so an unknown one is a warning.':
    'RunPod co jakiś czas dodaje pule, więc nieznana pula to ostrzeżenie.',
  '`allowedCudaVersions` is a list of strings with major and minor number, such as `"12.8"`. Each is compared exactly with what the\nhost reports: there is no "or newer", so list every version that your image can run on.':
    '`allowedCudaVersions` to lista napisów z numerem głównym i pobocznym, na przykład `"12.8"`. Każdy musi dokładnie odpowiadać wersji, którą zgłasza host: zapisu „lub nowsza” nie ma, więc wymień wszystkie wersje, na których może działać obraz.',
  '**On RunPod** a version that no host has matches no machine: deployments wait for capacity that does not exist. A bare number\nloses its last digit where it ends in zero: `12.10` is `12.1`.':
    '**Na RunPod** wersja, której nie ma żaden host, nie pasuje do żadnej maszyny: wdrożenia czekają na zasoby, które nie istnieją. Liczba bez cudzysłowu traci ostatnią cyfrę, gdy jest nią zero: `12.10` to `12.1`.',
  'A version that RunPod does not list, but that has the right form, is an information: new drivers bring new versions.':
    'Wersja, której RunPod nie wymienia, ale która ma poprawną postać, to informacja: nowe sterowniki przynoszą nowe wersje.',
  '`runsOn` says which machine a worker needs, and the other fields have to agree: `gpuCount` and `gpuIds` for `"GPU"`, `cpuFlavor`\nfor `"CPU"`. A CPU worker needs its `cpuFlavor`: kind, virtual CPUs and memory, as in `cpu3g-4-16`.':
    '`runsOn` mówi, jakiej maszyny potrzebuje worker, a pozostałe pola muszą się z tym zgadzać: `gpuCount` i `gpuIds` dla `"GPU"`, `cpuFlavor` dla `"CPU"`. Worker na CPU musi mieć `cpuFlavor`: rodzaj, liczbę wirtualnych CPU i pamięć, na przykład `cpu3g-4-16`.',
  '**On RunPod** the Hub cannot tell what to deploy the worker on.':
    '**Na RunPod** Hub nie wie, na czym wdrożyć workera.',
  'Several publishers report that submitting a listing fails when its `description` has more than 191 characters. RunPod does not\ndocument a limit, so this is a warning.':
    'Kilku publikujących zgłasza, że przesłanie wpisu kończy się niepowodzeniem, gdy jego `description` ma więcej niż 191 znaków. RunPod nie dokumentuje żadnego limitu, więc to ostrzeżenie.',
  '**On RunPod** the submission ends with a database error that names neither the field nor the limit.':
    '**Na RunPod** przesłanie kończy się błędem bazy danych, który nie wymienia ani pola, ani limitu.',
  'Say in one sentence what the worker does. The README, which the listing shows, has room for the rest.':
    'Napisz w jednym zdaniu, co robi worker. Na resztę jest miejsce w README, które wpis pokazuje.',
  'Two entries of `config.env` have the same `key`.': 'Dwa wpisy w `config.env` mają ten sam `key`.',
  '**On RunPod** the deployment form shows the variable twice, and only one of the values reaches the worker.':
    '**Na RunPod** formularz wdrożenia pokazuje zmienną dwa razy, a do workera dociera tylko jedna z wartości.',
  'Keep the entry you mean.': 'Zostaw ten wpis, o który chodzi.',
  'The `default` of a form field has to fit the field: a number for `number`, `true` or `false` for `boolean`, a string for `string`\nand `huggingface`, within `min` and `max`, and one of the `options`.':
    '`default` pola formularza musi do niego pasować: liczba dla `number`, `true` lub `false` dla `boolean`, napis dla `string` i `huggingface`, w granicach `min` i `max` oraz spośród `options`.',
  '**On RunPod** the form starts out empty or invalid, and whoever deploys without looking gets another value than you meant.':
    '**Na RunPod** formularz jest na początku pusty lub błędny, a kto wdraża bez sprawdzania, dostaje inną wartość, niż zamierzano.',
  'An entry of `config.env` has a `key`, the name of the variable, and exactly one of two things: `value`, when it is fixed, or\n`input`, the form field that asks for it. `name`, `type`, `description` and `default` belong inside `input`.':
    'Wpis w `config.env` ma `key`, czyli nazwę zmiennej, i dokładnie jedno z dwojga: `value`, gdy wartość jest stała, albo `input`, czyli pole formularza, które o nią pyta. `name`, `type`, `description` i `default` mają być wewnątrz `input`.',
  '**On RunPod** the variable is not set, and the worker starts without it.':
    '**Na RunPod** zmienna nie zostaje ustawiona i worker startuje bez niej.',
  "A preset gives defaults to variables of `config.env`. A variable that `env` does not offer has no form field for the default to\ngo into; and a default has to be readable as its field's type.":
    'Preset podaje wartości domyślne zmiennych z `config.env`. Zmienna, której `env` nie udostępnia, nie ma pola formularza, do którego ta wartość mogłaby trafić; wartość domyślna musi też dać się odczytać zgodnie z typem swojego pola.',
  '**On RunPod** choosing the preset does not set the variable.':
    '**Na RunPod** wybranie presetu nie ustawia zmiennej.',
  'Correct the name, or offer the variable.': 'Popraw nazwę albo udostępnij zmienną.',
  "`config.env` of `hub.json` offers a variable that neither Python nor a script nor the image's command reads. The rule speaks\nonly where all of the image is known: a plain base image, and a command that leads to files of the worker. It is silent about\nvariables that RunPod, the system or a library reads, and about those that the Dockerfile sets.":
    '`config.env` w `hub.json` udostępnia zmienną, której nie czyta ani Python, ani skrypt, ani polecenie obrazu. Reguła odzywa się tylko wtedy, gdy znany jest cały obraz: zwykły obraz bazowy i polecenie, które prowadzi do plików workera. Milczy o zmiennych, które czyta RunPod, system lub biblioteka, oraz o tych, które ustawia Dockerfile.',
  '**On RunPod** whoever deploys the worker fills in a field that changes nothing.':
    '**Na RunPod** ten, kto wdraża workera, wypełnia pole, które niczego nie zmienia.',
  'Read the variable, or remove the entry. The fix also takes it out of presets and `tests.json`.':
    'Odczytaj zmienną albo usuń wpis. Poprawka usuwa ją także z presetów i `tests.json`.',
  'The code reads an environment variable, has nothing to go on with where it is not set, and `config.env` of `hub.json` does not\noffer it. Variables that RunPod, the system or a launcher set are left alone, and so are those that the Dockerfile sets.':
    'Kod czyta zmienną środowiskową, dla której nie ma wartości zastępczej, a `config.env` w `hub.json` jej nie udostępnia. Zmienne, które ustawia RunPod, system lub program uruchamiający, reguła zostawia w spokoju, podobnie jak te, które ustawia Dockerfile.',
  '**On RunPod** whoever deploys the listing is not asked for the variable. Where the code cannot do without it, the worker ends\nwith a `KeyError` at start; else it does less than it can.':
    '**Na RunPod** ten, kto wdraża wpis, nie jest pytany o zmienną. Jeśli kod nie może się bez niej obejść, worker kończy się przy starcie błędem `KeyError`; w przeciwnym razie robi mniej, niż potrafi.',
  'Offer the variable in `config.env`, or give the code a fallback.':
    'Udostępnij zmienną w `config.env` albo dodaj w kodzie wartość zastępczą.',
  '`config.endpointType` says how the listing is deployed: `"LB"` puts a load balancer in front of an HTTP server; without it jobs\ncome from a queue to a handler. The worker\'s code and the image\'s command say which of the two it is.':
    '`config.endpointType` mówi, jak wdrażany jest wpis: `"LB"` stawia load balancer przed serwerem HTTP; bez tego pola zadania trafiają z kolejki do handlera. O który z tych przypadków chodzi, wynika z kodu workera i polecenia obrazu.',
  '**On RunPod** a load balancer asks a queue worker for `/ping` and never gets an answer, so no worker becomes ready; and for an\nHTTP server that is listed as a queue worker every job stays `IN_QUEUE`.':
    '**Na RunPod** load balancer pyta workera kolejkowego o `/ping` i nigdy nie dostaje odpowiedzi, więc żaden worker nie staje się gotowy; a przy serwerze HTTP wpisanym jako worker kolejkowy każde zadanie pozostaje w stanie `IN_QUEUE`.',
  'Remove `endpointType`, or add it.': 'Usuń `endpointType` albo go dodaj.',
  "The publishing guide has a template to start from. Its words are still in the file, or the icon points at a host that is reserved\nfor examples. A test that is still the template's says nothing about your worker; a variable of the template in tests.json is an\ninformation finding, since it only does nothing.":
    'Przewodnik publikowania zawiera szablon, od którego można zacząć. W pliku nadal jest jego tekst albo ikona wskazuje na host zarezerwowany dla przykładów. Test pozostawiony z szablonu nic nie mówi o twoim workerze; zmienna z szablonu w tests.json daje ustalenie o wadze „informacja”, bo po prostu nic nie robi.',
  "**On RunPod** whoever looks at your listing reads the template's words, or sees a broken picture.":
    '**Na RunPod** ten, kto ogląda twój wpis, czyta tekst szablonu albo widzi niedziałający obrazek.',
};
