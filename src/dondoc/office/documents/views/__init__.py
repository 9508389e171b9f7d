"""Pages of documents: what each address answers, and what its template is given.

Every page needs sign-in. Those who may decide (office, leader, admin) POST; others get 403; what a person may not see
is 404.

Whole pages
-----------
GET  documents:list          /van-ban/                    documents/list.html; an htmx request: documents/_rows.html
     documents   [Document] of this page, each with .found .confirmed .findings (numbers), .title, .get_kind_display
     form        DocumentFilter, an AddressForm: q (tim), kind (loai), state (tinh-trang), year (nam),
                 issuer (noi-ban-hanh)
     chips       [Chip]; heads {"van-ban" "ngay" "tai-len"}: Heading; page (``trang``) and
                 sorting (``sap``) as in look.addresses
     may_confirm bool (show the upload area)
     working     bool: a document on this page waits or is being read; refresh rows every 2 s while true
GET  documents:document      /van-ban/<pk>/               documents/document.html
     document    Document (status waiting|reading: show documents/_status.html; failed: document.failure says
                 why)
     paper       Paper        see documents.letterhead; without blocks while not read
     panel       Panel: .tasks .figures .findings  Cards (see documents.cards) in reading order; .checked: how many
                 checks add up
     counters    Counters: .found .confirmed .open .rejected .tasks .figures .findings .reviewed (bool)
     may_confirm bool; warnings [str] of the reading; may_undo bool
     picks       choices for forms: roles, bases as [(value, label)]

Parts (htmx)
------------
GET  documents:status        documents/_status.html {document}; once read or failed 204 with ``HX-Refresh: true``
GET  documents:fact          documents/_fact.html {card, document, may_confirm}: root element ``id="f<pk>"``
GET  documents:edit          documents/_fact_form.html {card, form, document}
POST documents:edit          as POST confirm; with errors: 422 and documents/_fact_form.html (form.errors)
POST documents:confirm, reject, reopen   documents/_fact.html of that fact (swap ``#f<pk>`` outerHTML)
POST documents:split (``at`` offsets, may be absent), merge_with_next, add_fact, undo, confirm_all
     documents/_panels.html {paper, panel, counters, document, may_confirm, may_undo, focus (fact id or None)} with
     ``HX-Retarget: #panels``, ``HX-Reswap: outerHTML``: both columns anew
POST documents:mark_reviewed ``reviewed=1|0``   documents/_counters.html {counters, document, may_confirm, may_undo}
POST documents:add_fact      ``kind=directive|quantity start end`` offsets in the content (``data-start`` of segments);
                             422 where the stretch is no such fact
Every POST above also sends ``HX-Trigger: {"facts-changed": {"states": {"<fact>": "<state>"}, "counters": {...},
"focus": <fact>|null, "message": "..."}}``. Where both
columns come anew ``states`` is empty. A refusal answers 409 with its sentence as plain text and
``HX-Trigger: {"refused": {"message": "..."}}``.
GET  documents:pick_agency ?q=   documents/_picks.html {picks: [(value, label, note)]}, at most 20; also groups
GET  documents:pick_indicator ?q=  the same
POST documents:upload        fields ``files`` (many): documents/_uploads.html {results: [Result(name, ok, message,
                             document)]}; with ``Accept: application/json``: {"results": [{name, ok, message,
                             address}]}. 200 if any was taken, else 422
POST documents:read_again    redirects to the document (htmx: ``HX-Redirect``)
POST documents:remove          only a document that could not be read: redirects to the list (htmx: ``HX-Redirect``)
GET  documents:original, facts_workbook, annotated   downloads
"""
