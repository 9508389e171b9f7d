"""Addresses of one's own account: first use, second factor, sessions, single sign-on. The names are allauth's."""

from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from allauth.usersessions import views as sessions
from django.urls import path

from dondoc.office.accounts import views

urlpatterns = [
    path("nhan-tai-khoan/", views.enter_code, name="enter_code"),
    path("nhan-tai-khoan/<str:code>/", views.accept_invitation, name="accept_invitation"),
    path("bao-mat/bat-buoc/", views.owed_second_factor, name="second_factor_owed"),
    path("bao-mat/", mfa.index, name="mfa_index"),
    path("bao-mat/xac-thuc/", mfa.authenticate, name="mfa_authenticate"),
    path("bao-mat/xac-thuc-lai/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("bao-mat/ung-dung/", totp.activate_totp, name="mfa_activate_totp"),
    path("bao-mat/ung-dung/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("bao-mat/ma-du-phong/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("bao-mat/ma-du-phong/tao-moi/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("bao-mat/ma-du-phong/tai-ve/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("bao-mat/khoa/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("bao-mat/khoa/them/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("bao-mat/khoa/dang-nhap/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("bao-mat/khoa/xac-thuc-lai/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("bao-mat/khoa/<int:pk>/sua/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("bao-mat/khoa/<int:pk>/bo/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("phien-dang-nhap/", sessions.list_usersessions, name="usersessions_list"),
    path("dang-nhap/mot-cua/<str:provider_id>/", views.single_sign_on, name="openid_connect_login"),
    path("dang-nhap/mot-cua/<str:provider_id>/tra-ve/", openid.callback, name="openid_connect_callback"),
    path("dang-nhap/mot-cua-thoi/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("dang-nhap/mot-cua-moi/", social.signup, name="socialaccount_signup"),
    path("bao-mat/mot-cua/", social.connections, name="socialaccount_connections"),
]
