/** What must come out of the examples, written down apart from what makes them. */
export const SAMPLE_TEXTS = {
  arabic:
    "عزيزي العميل، رمز التحقق الخاص بك هو 482913. لا تشارك هذا الرمز مع أي شخص، فموظفونا لن يطلبوه منك أبدًا. ينتهي خلال عشر دقائق.",
  emoji: "Your parcel has left our depot in Liège and is on its way to you 🚀 It arrives tomorrow 👍",
  turkish: "Şifreniz 482913. Doğrulama kodunu kimseyle paylaşmayın, İyi günler.",
} as const;
