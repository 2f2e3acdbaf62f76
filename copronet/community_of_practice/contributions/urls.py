from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import books, cards, gifts, money, own, refunds, settings
from .views import open as everybody

app_name = "contributions"

urlpatterns = [
    path(_("what-members-give/"), everybody.MatchView.as_view(), name="match"),
    path(_("what-members-give/numbers/<slug:form>/"), everybody.MatchFileView.as_view(), name="match_file"),
    path(_("what-members-give/scale/"), everybody.ScaleView.as_view(), name="scale"),
    path(_("what-members-give/scale/new/"), settings.AddBandView.as_view(), name="add_band"),
    path(_("what-members-give/scale/<int:pk>/"), settings.ChangeBandView.as_view(), name="change_band"),
    path(_("what-members-give/match/<int:pk>/"), settings.ChangeTargetView.as_view(), name="change_target"),
    path(_("what-i-give/"), own.MineView.as_view(), name="mine"),
    path(_("what-i-give/new/"), own.GiveView.as_view(), name="give"),
    path(_("what-i-give/statement/"), own.StatementView.as_view(), name="statement"),
    path(_("what-i-give/fee/"), own.FeeView.as_view(), name="fee"),
    path(_("what-i-give/gift-aid/"), own.GiftAidView.as_view(), name="gift_aid"),
    path(_("what-i-give/gift-aid/end/"), own.EndGiftAidView.as_view(), name="end_gift_aid"),
    path(_("gifts/<int:pk>/"), gifts.GiftView.as_view(), name="gift"),
    path(_("gifts/<int:pk>/given/"), gifts.SayGivenView.as_view(), name="say_given"),
    path(_("gifts/<int:pk>/confirm/"), gifts.ConfirmView.as_view(), name="confirm"),
    path(_("gifts/<int:pk>/decline/"), gifts.DeclineView.as_view(), name="decline"),
    path(_("gifts/<int:pk>/let-go/"), gifts.ForgiveView.as_view(), name="forgive"),
    path(_("gifts/<int:pk>/take-back/"), gifts.ReverseView.as_view(), name="reverse"),
    path(_("invoices/<int:pk>/"), money.InvoiceView.as_view(), name="invoice"),
    path(_("invoices/<int:pk>/card/"), cards.PayByCardView.as_view(), name="pay_by_card"),
    path(_("invoices/<int:pk>/credit/"), refunds.UseCreditView.as_view(), name="use_credit"),
    path(_("credit-notes/<int:pk>/"), refunds.CreditNoteView.as_view(), name="credit_note"),
    path(_("books/"), books.BooksView.as_view(), name="books"),
    path(_("books/ledger/"), books.LedgerView.as_view(), name="ledger"),
    path(_("books/ledger/<slug:form>/"), books.LedgerFileView.as_view(), name="ledger_file"),
    path(_("books/gifts/"), books.WaitingView.as_view(), name="waiting"),
    path(_("books/gifts/new/"), books.RecordGiftView.as_view(), name="record_gift"),
    path(_("books/time-credits/"), books.TimeCreditsView.as_view(), name="time_credits"),
    path(_("books/time-credits/spent/"), books.SpendView.as_view(), name="spend"),
    path(_("books/statement/<slug:side>/<int:pk>/"), books.StatementOfView.as_view(), name="statement_of"),
    path(_("books/fees/"), books.FeesView.as_view(), name="fees"),
    path(_("books/fees/<int:pk>/invoice/"), money.IssueInvoiceView.as_view(), name="issue_invoice"),
    path(_("books/fees/<int:pk>/waive/"), books.WaiveView.as_view(), name="waive"),
    path(_("books/invoices/"), money.InvoicesView.as_view(), name="invoices"),
    path(_("books/invoices/<slug:form>/"), books.InvoicesFileView.as_view(), name="invoices_file"),
    path(_("books/invoices/<int:pk>/paid/"), money.RecordPaymentView.as_view(), name="record_payment"),
    path(_("books/invoices/<int:pk>/cancel/"), money.CancelInvoiceView.as_view(), name="cancel_invoice"),
    path(_("books/payments/<int:pk>/back/"), refunds.GiveBackView.as_view(), name="give_back"),
    path(_("books/payments/<int:pk>/part-back/"), refunds.GivePartBackView.as_view(), name="give_part_back"),
    path(_("books/bank/"), money.BankView.as_view(), name="bank"),
    path(_("books/bank/<int:pk>/match/"), money.MatchLineView.as_view(), name="match_line"),
    path(_("books/bank/<int:pk>/aside/"), money.SetAsideView.as_view(), name="set_aside"),
]

# Outside the languages: the card provider knocks here.
machines = [path("cards/told/", cards.ToldView.as_view(), name="cards_told")]
