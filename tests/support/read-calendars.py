# Reads calendars with programs that share no code with ours; run by independent-readers.ts. In: a JSON list of texts. Out: per reader what it made of each.
import ctypes, datetime, json, sys

calendars = json.load(sys.stdin)
readers = {}


def icalendar_reader():
    import icalendar

    def instant(value):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def read(text):
        calendar = icalendar.Calendar.from_ical(text)
        events = []
        for event in calendar.walk("VEVENT"):
            attendees = event.get("attendee", [])
            events.append({
                "uid": str(event["uid"]),
                "sequence": int(event["sequence"]),
                "start": instant(event.decoded("dtstart")),
                "end": instant(event.decoded("dtend")),
                "status": str(event["status"]),
                "summary": str(event["summary"]),
                "attendees": [str(each) for each in (attendees if isinstance(attendees, list) else [attendees])],
            })
        return {"method": str(calendar["method"]), "events": events}

    return read


def libical_reader():
    library = ctypes.CDLL("libical.so.3")
    for name, result, arguments in [
        ("icalparser_parse_string", ctypes.c_void_p, [ctypes.c_char_p]),
        ("icalrestriction_check", ctypes.c_int, [ctypes.c_void_p]),
        ("icalcomponent_count_errors", ctypes.c_int, [ctypes.c_void_p]),
        ("icalcomponent_free", None, [ctypes.c_void_p]),
    ]:
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments

    def read(text):
        component = library.icalparser_parse_string(text.encode())
        if not component:
            return {"errors": -1, "isAllowed": False}
        # The check of RFC 5546 writes its findings into the component, so errors are counted after it.
        allowed = library.icalrestriction_check(component)
        errors = library.icalcomponent_count_errors(component)
        library.icalcomponent_free(component)
        return {"errors": errors, "isAllowed": allowed == 1}

    return read


for name, make in (("python-icalendar", icalendar_reader), ("libical", libical_reader)):
    try:
        read = make()
    except (ImportError, OSError) as reason:
        readers[name] = {"missing": str(reason)}
        continue
    found = []
    for text in calendars:
        try:
            found.append(read(text))
        except Exception as refusal:
            found.append({"refused": repr(refusal)})
    readers[name] = {"found": found}

json.dump(readers, sys.stdout)
