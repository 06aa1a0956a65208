// What stands between the examples of the rules' pages (docs/rules), as Markdown.

import type { Bundle } from '../../../base/message';

export const examples: Bundle = {
  'A guard that lets in the main process as well does not keep a test out:':
    'Warunek, który wpuszcza także proces główny, nie zatrzymuje testu:',
  'Where nothing imports the file, such a guard is meant that way:':
    'Gdy nic nie importuje pliku, taki warunek jest celowy:',
  'A helper that blocks, called from async code:': 'Blokująca funkcja pomocnicza, wywołana z kodu async:',
  'The file that is started imports the one that calls `start()`:':
    'Uruchamiany plik importuje ten, który wywołuje `start()`:',
  '`WORKDIR` and `COPY` disagree:': '`WORKDIR` i `COPY` się nie zgadzają:',
  'The file of the command does not exist:': 'Plik z polecenia nie istnieje:',
  'The script of the command starts a file that is somewhere else:':
    'Skrypt z polecenia uruchamia plik, który leży gdzie indziej:',
  '`.dockerignore` leaves it out:': '`.dockerignore` go pomija:',
  'A read that hands `None` on is one too:': 'Odczyt, który przekazuje dalej `None`, też się liczy:',
  'With a fallback, or offered, or set by the image or by RunPod:':
    'Z wartością zastępczą, w formularzu albo ustawiona przez obraz lub RunPod:',
  "A helper's answer counts where the handler hands it on:":
    'Odpowiedź funkcji pomocniczej się liczy, gdy handler przekazuje ją dalej:',
  'A helper may answer in its own words where the handler looks at them:':
    'Funkcja pomocnicza może odpowiadać po swojemu, jeśli handler tę odpowiedź sprawdza:',
  'No parameter at all:': 'Bez żadnego parametru:',
  'A method without an instance:': 'Metoda bez instancji:',
  'A method that is bound:': 'Metoda związana z instancją:',
  'The same, two calls away in another module:': 'To samo dwa wywołania dalej, w innym module:',
  'A server without a host, from the command line:': 'Serwer bez hosta, z wiersza poleceń:',
  'No route that says how the worker is:': 'Brak ścieżki, która mówi o stanie workera:',
  'A handler behind a load balancer:': 'Handler za load balancerem:',
  'A server without one:': 'Serwer bez load balancera:',
  'A worker that can be both:': 'Worker, który potrafi jedno i drugie:',
  'A default that is none of the options:': 'Wartość domyślna, której nie ma wśród opcji:',
  'A library reads one, a script the other:': 'Jedną czyta biblioteka, drugą skrypt:',
  'The base image may read anything:': 'Obraz bazowy może czytać cokolwiek:',
  'A field of `config` beside it:': 'Pole `config` obok niego:',
  'An ignore rule for the whole folder:': 'Reguła ignorowania całego folderu:',
  'A comma is missing between two lines:': 'Między dwiema liniami brakuje przecinka:',
  'In the profile `hub` it is an error:': 'W profilu `hub` to błąd:',
  'Without an image there is nothing to list yet:': 'Bez obrazu nie ma jeszcze czego wpisywać do Huba:',
  'An input type that RunPod does not have, and a string for a boolean:':
    'Typ wejścia, którego RunPod nie zna, i tekst w miejscu wartości logicznej:',
  'Several packages bring `cv2`, so there is no fix: on a server it is usually opencv-python-headless.':
    '`cv2` jest w kilku pakietach, więc nie ma poprawki: na serwerze to zwykle opencv-python-headless.',
  'Present through another file.': 'Jest dzięki innemu plikowi.',
  'Present in the base image.': 'Jest w obrazie bazowym.',
  'Optional.': 'Opcjonalnie.',
  'In shell form:': 'W formie powłoki:',
  'In a script that the command runs:': 'W skrypcie, który uruchamia polecenie:',
  'For local testing alone, where a variable of the environment asks for it:':
    'Tylko do testów lokalnych, gdy prosi o to zmienna środowiskowa:',
  '`.dockerignore` leaves a file out that `COPY . .` would bring:':
    '`.dockerignore` pomija plik, który skopiowałoby `COPY . .`:',
  'NumPy comes along with `diffusers`, and nothing limits it.':
    'NumPy przychodzi razem z `diffusers` i nic nie ogranicza jego wersji.',
  'In a README:': 'W README:',
  'An option between two strings of a list:': 'Opcja między dwoma tekstami listy:',
  'The same as the last item parses, but raises an error when the line runs:':
    'To samo na końcu listy przechodzi przez parser, ale przy wykonaniu linii zgłasza błąd:',
  'A bracket that is never closed:': 'Nawias, którego nikt nie zamyka:',
  'A pin below 1.10 says that the old release is meant.':
    'Przypięcie wersji poniżej 1.10 mówi, że chodzi o stare wydanie.',
  'Without a README:': 'Bez README:',
  'All of it in `.runpod/`:': 'Wszystko w `.runpod/`:',
  'What the image is built on may bring it.': 'Może być w obrazie, na którym budowany jest ten.',
  'In a command the shell must not read `>` as a redirection, so the fix quotes it.':
    'W poleceniu powłoka nie może wziąć `>` za przekierowanie, więc poprawka dodaje cudzysłowy.',
  'Without a pin, pip takes the newest release.': 'Bez przypięcia wersji pip bierze najnowsze wydanie.',
  'The handler itself:': 'Sam handler:',
  'By name:': 'Po nazwie:',
  'The handler under another key:': 'Handler pod innym kluczem:',
  'Called in place of passed:': 'Wywołany zamiast przekazany:',
  'A key of an older version takes another value today, so there is no fix:':
    'Klucz ze starszej wersji przyjmuje dziś inną wartość, więc nie ma poprawki:',
  'A helper may return a pair that the handler takes apart:':
    'Funkcja pomocnicza może zwrócić parę, którą handler rozdziela:',
  'A copy for an old Python may stand behind a condition.': 'Kopia dla starego Pythona może stać za warunkiem.',
  'A product name in place of the id:': 'Nazwa produktu w miejscu identyfikatora:',
  'What a schema requires:': 'Czego wymaga schemat:',
  'A model to load, and no timeout:': 'Model do wczytania i brak limitu czasu:',
  'A comma with nothing behind it:': 'Przecinek, po którym nic nie ma:',
  'Switched off by its name:': 'Wyłączony zmianą nazwy:',
  'A counter without `global`:': 'Licznik bez `global`:',
  'The installation is gone, and the comment stayed.': 'Instalacja zniknęła, a komentarz został.',
};
